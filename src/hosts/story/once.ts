/** Fetches JSON once; a failure is not remembered, so the next call tries again. */
export function once<T>(address: string): () => Promise<T> {
  let pending: Promise<T> | undefined;
  return () => {
    pending ??= fetch(address).then((response) => {
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return response.json() as Promise<T>;
    });
    pending.catch(() => (pending = undefined));
    return pending;
  };
}
