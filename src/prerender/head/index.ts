/** What the build takes from here. */
export { articleData, datasetData, headTags, type CardImage, type HeadOptions } from './head.ts';
export { manifest } from './manifest.ts';
export { notFoundPage } from './not-found.ts';
export { sharePage, sharePages, sharePath } from './share-page.ts';
export { robots, sitemap } from './sitemap.ts';
