/** Data that a page needs beyond its HTML. */

/**
 * Reads one of the site's JSON files: from the page itself where it carries the file with it, else from its host.
 * @param address relative to the page: `../data/stage.json`
 * @throws where it cannot be had; the page is complete without it
 */
export async function loadJson<T>(address: string): Promise<T> {
  const file = address.replace(/^(\.{1,2}\/)+/, '');
  const carried = document.querySelector(`script[type="application/json"][data-file="${file}"]`);
  if (carried) return JSON.parse(carried.textContent) as T;
  const response = await fetch(versioned(address));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}

/**
 * The address with the build the page is of: wherever it is kept on its way, a page gets the data it was made with.
 * The page's early script, which asks for some of the data first, must name the same address.
 */
function versioned(address: string): string {
  const build = document.documentElement.dataset['build'];
  return build === undefined ? address : `${address}?v=${build}`;
}
