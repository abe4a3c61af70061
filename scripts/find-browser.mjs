/**
 * Finds a Chromium to test with, or gets one. Playwright's own is used where it was installed; everywhere else the
 * system's Chromium or Chrome does.
 */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { installPackages, isExecutable, onPath, run } from './programs.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Where Chromium, Chrome and Edge stand when they are not on PATH. */
function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const tails = [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return roots.filter(Boolean).flatMap((root) => tails.map((tail) => join(root, tail)));
  }
  return ['/snap/bin/chromium', '/opt/google/chrome/chrome'];
}

function playwrightsOwn() {
  try {
    return chromium.executablePath();
  } catch {
    // Playwright has no build for this system.
    return undefined;
  }
}

/**
 * Path of a Chromium-like browser on this machine, without installing anything.
 * @returns {string | undefined}
 * @throws {Error} when CHROMIUM_PATH names something that cannot be run
 */
export function locateBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (isExecutable(given)) return given;
    throw new Error(`CHROMIUM_PATH is “${given}”, which is not a program that can be run.`);
  }
  return [playwrightsOwn(), ...onPath(NAMES), ...usualPlaces()].find((path) => path && isExecutable(path));
}

/** Playwright's Chromium first; as root on Debian and its kin the system's own package second. */
function install() {
  console.log('No Chromium was found: installing one for the browser tests.');
  run('npx', ['playwright', 'install', 'chromium']);
  if (locateBrowser()) return;
  installPackages(['chromium']);
}

/**
 * Path of a browser for the tests, installed if need be. Ends the process with status 1 and one line of advice when
 * there is none and none can be had.
 * @returns {string}
 */
export function findBrowser() {
  let advice =
    'No browser for the tests: install Chromium or Chrome, or set CHROMIUM_PATH to one, and run again.';
  try {
    const found = locateBrowser();
    if (found) return found;
    install();
    const installed = locateBrowser();
    if (installed) return installed;
  } catch (error) {
    advice = error.message;
  }
  console.error(advice);
  process.exit(1);
}
