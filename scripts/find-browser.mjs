/**
 * Finds a Chromium to test with, or gets one. Playwright's own is used where it was installed; everywhere else the
 * system's Chromium or Chrome does.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** How long an installation may take before we give up on it, ms. */
const INSTALL_LIMIT = 240_000;

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

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Every place on PATH where one of the programs could stand, in order. */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
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

/** @returns {boolean} whether the command ended well in time; its output goes to ours */
function run(command, args) {
  console.log(`> ${command} ${args.join(' ')}`);
  const result = spawnSync(command, args, {
    stdio: 'inherit',
    timeout: INSTALL_LIMIT,
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.status === 0;
}

/** Playwright's Chromium first; as root on Debian and its kin the system's own package second. */
function install() {
  console.log('No Chromium was found: installing one for the browser tests.');
  run('npx', ['playwright', 'install', 'chromium']);
  if (locateBrowser()) return;
  const canInstall = process.getuid?.() === 0 && onPath(['apt-get']).some(isExecutable);
  if (canInstall && run('apt-get', ['update'])) {
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  }
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
