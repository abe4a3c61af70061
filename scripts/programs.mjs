/** Programs on this machine: finding them, and installing them where we may. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How long an installation may take before we give up on it, ms. */
const INSTALL_LIMIT = 240_000;

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Every place on PATH where one of the programs could stand, in order. */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

/** @returns {boolean} whether the command ended well in time; its output goes to ours */
export function run(command, args) {
  console.log(`> ${command} ${args.join(' ')}`);
  const result = spawnSync(command, args, {
    stdio: 'inherit',
    timeout: INSTALL_LIMIT,
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.status === 0;
}

/** Installs packages as root on Debian and its kin; does nothing anywhere else. */
export function installPackages(packages) {
  const canInstall = process.getuid?.() === 0 && onPath(['apt-get']).some(isExecutable);
  if (canInstall && run('apt-get', ['update'])) {
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
  }
}
