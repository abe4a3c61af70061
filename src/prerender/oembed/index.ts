/** What the build takes from here; the answers themselves are in `files.ts`. */
export { oembedLink, oembedPath, type EmbeddablePage } from './link.ts';
