/**
 * Finds what it takes to test in Firefox and in WebKit, or installs it: Firefox itself, WebKit's driver with the small
 * browser that comes with it, and a display that nobody sees.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, isExecutable, onPath } from './programs.mjs';

/** The folders in a folder, with its path; none where it does not exist. */
function within(folder) {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** WebKitGTK keeps its MiniBrowser in a folder named after its interface; 4.1 is the one for GTK 3. */
function miniBrowsers() {
  const folders = ['/usr/lib', '/usr/libexec', '/usr/lib64'].flatMap(within);
  return ['webkit2gtk-4.1', 'webkit2gtk-4.0'].flatMap((name) =>
    [
      ...folders.filter((folder) => folder.endsWith(`/${name}`)),
      ...folders.map((folder) => join(folder, name)),
    ].map((folder) => join(folder, 'MiniBrowser')),
  );
}

/** What is needed: what sets it by hand, Debian's package of it, and where it may stand. */
const NEEDED = {
  firefox: {
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    packaged: 'firefox-esr',
    places: () => [...onPath(['firefox-esr', 'firefox']), '/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
  webkitDriver: {
    name: 'WebKitWebDriver',
    variable: 'WEBKIT_DRIVER_PATH',
    packaged: 'webkit2gtk-driver',
    places: () => onPath(['WebKitWebDriver']),
  },
  miniBrowser: {
    name: 'WebKitGTK’s MiniBrowser',
    variable: 'WEBKIT_BROWSER_PATH',
    packaged: 'webkit2gtk-driver',
    places: miniBrowsers,
  },
  display: { name: 'Xvfb', variable: 'XVFB_PATH', packaged: 'xvfb', places: () => onPath(['Xvfb']) },
};

/** Path of one of them, without installing anything. */
function locate({ variable, places }) {
  return process.env[variable] ?? places().find(isExecutable);
}

function missing() {
  return Object.values(NEEDED).filter((need) => !isExecutable(locate(need) ?? ''));
}

/**
 * Sees to it that everything is there, installing it if need be, and hands the paths on to this process and its
 * children in the environment. Ends the process with status 1 and one line of advice when something cannot be had.
 */
export function findEngines() {
  if (missing().length > 0) {
    const packages = [...new Set(missing().map(({ packaged }) => packaged))];
    console.log(`To test in Firefox and WebKit, these are missing: ${packages.join(', ')}.`);
    installPackages(packages);
  }
  const still = missing();
  if (still.length > 0) {
    const names = still.map(({ name, variable }) => `${name} (or set ${variable})`).join(', ');
    const packages = [...new Set(still.map(({ packaged }) => packaged))].join(' ');
    console.error(
      `Not found: ${names}. Install them (on Debian: apt-get install ${packages}) and run again.`,
    );
    process.exit(1);
  }
  for (const need of Object.values(NEEDED)) process.env[need.variable] = locate(need);
}
