/** What the build takes from here. */
export { pictureFiles, type PictureFile } from './files.ts';
export { SITE_CARD, stepCardAlt, stepCardPath } from './site-card.ts';
