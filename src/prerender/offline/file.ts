/** The file's name at the root of the site, where it lies for download, … */
export const OFFLINE_FILE = 'behind-schedule-offline.html';
/** … and the folder in which `npm run build:offline` puts it alone. */
export const OFFLINE_FOLDER = 'dist-offline';
