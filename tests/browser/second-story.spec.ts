/** Another story, on another subject, with nothing but its own content folder: it builds and reads. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveStatic } from '../../scripts/serve-static.mjs';
import { civilAt, plain, readChapters, readYaml } from './support/content.ts';
import { bringIntoBand, openStory, sidewaysScroll, stageDefects } from './support/page.ts';
import { expect, test } from './support/test.ts';
import { build } from './support/vite.ts';

const FOLDER = 'tests/fixtures/second-story';
const steps = readChapters(FOLDER).flatMap((chapter) => chapter.steps);

// One build for all.
test.describe.configure({ mode: 'default' });
// A whole build comes first.
test.setTimeout(120_000);

let out: string;
let server: Awaited<ReturnType<typeof serveStatic>>;
test.beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'second-story-'));
  await build(FOLDER, out);
  server = await serveStatic({ folder: out });
});
test.afterAll(async () => {
  await server?.close();
  rmSync(out, { recursive: true, force: true });
});

test('reads from its first step to its last, with its own map and timeline', async ({ page }) => {
  await openStory(page, server.url);
  const { title } = readYaml<{ title: string }>('story.yaml', FOLDER);
  await expect(page.locator('h1')).toHaveText(title);
  const defects: string[] = [];
  for (const { id, title: heading, scene } of steps) {
    await bringIntoBand(page, id);
    expect(plain(await page.locator(`#${id} h3`).innerText())).toBe(heading);
    await expect(page.locator('html')).toHaveAttribute('data-at', civilAt(scene.at));
    defects.push(...(await stageDefects(page, id)).map((defect) => `${id}: ${defect}`));
  }
  defects.push(...(await sidewaysScroll(page)));
  expect(defects).toEqual([]);
  await expect(page.locator('.stage [data-view="map"]')).toBeVisible();
  await expect(page.locator('.stage [data-view="timeline"]')).toBeVisible();
  await expect(page.locator('[data-view="chart"]')).toHaveCount(0);
});

test('right-to-left words read from right to left', async ({ page }) => {
  await openStory(page, server.url);
  const wrong = await page.evaluate(() => {
    const rightToLeft = /[\u0590-\u08FF]/;
    const walker = document.createTreeWalker(document.querySelector('main') as Element, NodeFilter.SHOW_TEXT);
    const elements = new Set<Element>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (rightToLeft.test(node.textContent ?? '') && node.parentElement?.checkVisibility())
        elements.add(node.parentElement);
    }
    return {
      count: elements.size,
      wrong: [...elements]
        .filter((element) => /^[\u0590-\u08FF]/.test(element.textContent?.trim() ?? ''))
        .filter(
          (element) =>
            getComputedStyle(element).direction !== 'rtl' &&
            getComputedStyle(element).unicodeBidi !== 'plaintext',
        )
        .map((element) => element.outerHTML.slice(0, 120)),
    };
  });
  expect(wrong.count).toBeGreaterThan(0);
  expect(wrong.wrong).toEqual([]);
});

test('has no page for a class where its folder has nothing for one', () => {
  expect(existsSync(join(FOLDER, 'classroom'))).toBe(false);
  expect(existsSync(join(out, 'classroom'))).toBe(false);
});

test('says nothing of the first story', () => {
  const words = /Behind Schedule|Syria|Latakia|sarin|OPCW/;
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(html|js|json|csv|bib|xml|webmanifest|md|txt)$/.test(file),
  );
  const wrong = files.flatMap((file) => {
    const match = words.exec(readFileSync(join(out, file), 'utf8'));
    return match ? [`${file}: …${match.input.slice(Math.max(0, match.index - 60), match.index + 40)}…`] : [];
  });
  expect(wrong).toEqual([]);
});
