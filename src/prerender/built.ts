/** What the client's and the server's builds have left, for everything that is made from it. */
import type { Manifest } from 'vite';

export interface Built {
  client: { manifest: Manifest; folder: string };
  server: { manifest: Manifest; folder: string };
  /** Runs a module of the server's build, by its entry. */
  load<T>(entry: string): Promise<T>;
  /** `index.html`, with its places to fill. */
  template: string;
  /** The project's folder. */
  root: string;
  /** Absolute address of the site without a trailing slash, when known. */
  siteUrl?: string;
}
