/** Makes sure that the browser tests have a browser, before anything that takes long is started. */
import { findBrowser } from './find-browser.mjs';

console.log(`Browser for the tests: ${findBrowser()}`);
