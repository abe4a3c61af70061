/** What the build takes from here. */
export { staticPictures, stepPicture } from './files.ts';
