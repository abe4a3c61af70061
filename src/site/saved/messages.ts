/** What pages and the service worker say to each other, and what the build tells the worker. */

/** What the worker saves. */
export interface Saved {
  /** Told apart from all other builds by it. */
  build: string;
  /** Addresses from the root of the site; pages by their folder. Without a revision the name itself is unique. */
  files: readonly { url: string; revision: string | null }[];
}

/** A page asks. “Saved” is answered on the port that comes with it: the build, once all of it is saved. */
export type Ask = { ask: 'saved' } | { ask: 'take over'; build: string };
export type Answer = string | undefined;
