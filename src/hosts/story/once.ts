import { loadJson } from '#site/load-json.ts';

/** Reads JSON once; a failure is not remembered, so the next call tries again. */
export function once<T>(address: string): () => Promise<T> {
  let pending: Promise<T> | undefined;
  return () => {
    pending ??= loadJson<T>(address);
    pending.catch(() => (pending = undefined));
    return pending;
  };
}
