/** An editor at work: an edit shows without losing the place, a mistake shows where it is, and goes when mended. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTENT, readChapters } from './support/content.ts';
import { bringIntoBand, openStory } from './support/page.ts';
import { expect, test } from './support/test.ts';
import { develop } from './support/vite.ts';

const chapters = readChapters();
const chapter = chapters[Math.floor(chapters.length / 2)] as (typeof chapters)[number];
const step = chapter.steps[1] as (typeof chapter.steps)[number];
const FILE = `chapters/${chapter.id}.md`;

// The first request compiles everything.
test.setTimeout(120_000);

let folder: string;
let server: Awaited<ReturnType<typeof develop>>;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync(CONTENT, folder, { recursive: true });
  server = await develop(folder);
});
test.afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('an edit shows in place; a mistake shows with its place and goes when mended', async ({
  page,
  problems,
}) => {
  // What Vite itself says, and the overlay's own report of the mistake we make.
  problems.allow(/\[vite\]/);
  problems.allow(/ERR_ABORTED|status of 500|Internal Server Error/);
  const file = join(folder, FILE);
  const original = readFileSync(file, 'utf8');
  const heading = page.locator(`#${step.id} h3`);

  await page.goto(server.url);
  // The editor sees what the reader will see, not a page without its styles.
  await expect(page.locator('h1')).toHaveCSS('font-family', /Source Serif/);
  await expect(page.locator('.site-header')).toHaveCSS('display', 'flex');
  await openStory(page, server.url);
  await bringIntoBand(page, step.id);
  const before = (await heading.boundingBox())?.y ?? 0;

  await test.step('an edit', async () => {
    const edited = original.replace(/^(## .*?)(\s*\{#)/gm, (line, title: string, id: string) =>
      line.includes('{#') ? `${title} (edited)${id}` : line,
    );
    writeFileSync(file, edited);
    await expect(heading).toHaveText(/\(edited\)$/);
    await expect(page.locator('html')).toHaveAttribute('data-step', step.id);
    await expect
      .poll(async () => Math.abs(((await heading.boundingBox())?.y ?? 0) - before))
      .toBeLessThan(40);
  });

  await test.step('a mistake', async () => {
    const lines = original.split('\n');
    const at = lines.findIndex((line) => line.startsWith('## ') && line.includes(`{#${step.id}}`));
    const scene = lines.findIndex((line, index) => index > at && line.startsWith('camera:'));
    lines[scene] = 'camera: nowhere';
    writeFileSync(file, lines.join('\n'));
    const overlay = page.locator('vite-error-overlay');
    await expect(overlay).toBeVisible();
    await expect(overlay.locator('.message')).toContainText(new RegExp(`${FILE}:${scene + 1}:\\d+`));
    await expect(overlay.locator('.message')).toContainText('nowhere');
  });

  await test.step('mended', async () => {
    writeFileSync(file, original);
    await expect(page.locator('vite-error-overlay')).toHaveCount(0);
    await expect(heading).not.toHaveText(/edited/);
    await expect(page.locator('html')).toHaveAttribute('data-step', step.id);
  });
});
