/** Data that a page needs beyond its HTML. */

/**
 * Reads one of the site's JSON files.
 * @param address relative to the page: `../data/stage.json`
 * @throws where it cannot be had; the page is complete without it
 */
export async function loadJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}
