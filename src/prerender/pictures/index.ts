/** What the build takes from here. */
export { staticPictures } from './files.ts';
