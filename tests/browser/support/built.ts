/** Says in one line what is missing when the browser tests are started without a built site. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The built site under test. */
export const DIST = resolve(process.env['OUT_DIR'] ?? 'dist');

export default function globalSetup(): void {
  if (!existsSync(`${DIST}/index.html`)) {
    throw new Error(`${DIST} holds no built site: run “npm run build” first.`);
  }
}
