/** At every width and in both themes: the stage shows the step being read, nothing overlaps, nothing is cut. */
import { readFileSync } from 'node:fs';
import { BASE_RANGES, COMPOSED_RANGES, inRange, type RangeName } from '#model/ranges.ts';
import { civilAt, readChapters } from './support/content.ts';
import { bringIntoBand, openStory, sidewaysScroll, stageDefects, WINDOWS } from './support/page.ts';
import { expect, test } from './support/test.ts';

const steps = readChapters().flatMap((chapter) => chapter.steps);

for (const { width, height } of WINDOWS) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('the stage matches each step, and nothing overlaps, in light and dark', async ({ page }) => {
      await openStory(page);
      expect(await sidewaysScroll(page)).toEqual([]);
      const html = page.locator('html');
      const defects: string[] = [];
      const themes = ['light', 'dark'];
      for (const { id, scene } of steps) {
        await bringIntoBand(page, id);
        await expect(html).toHaveAttribute('data-at', civilAt(scene.at));
        await expect(html).toHaveAttribute(
          'data-camera',
          typeof scene.camera === 'string' ? scene.camera : 'free',
        );
        // The theme that the step before has left goes first: to change it is to style the whole page anew.
        themes.reverse();
        for (const theme of themes) {
          await html.evaluate((root, value) => (root.dataset['theme'] = value), theme);
          const found = await stageDefects(page, id, scene.focus);
          defects.push(...found.map((defect) => `${id}, ${theme}: ${defect}`));
        }
      }
      defects.push(...(await sidewaysScroll(page)));
      expect(defects).toEqual([]);
    });

    test('the sources page fits', async ({ page }) => {
      await page.goto('sources/');
      await expect(page.locator('[data-source]').first()).toBeVisible();
      expect(await sidewaysScroll(page)).toEqual([]);
    });
  });
}

test('backwards, the same picture as forwards', async ({ page }) => {
  await openStory(page);
  const picture = (): Promise<string> =>
    page.locator('.stage').evaluate((stage) => {
      const marks = [...stage.querySelectorAll('[data-label], [data-event], [data-place], [data-voyage]')];
      return marks
        .filter(
          (mark) =>
            mark.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
            !mark.closest('[data-behind]'),
        )
        .map((mark) => {
          const { x, y } = mark.getBoundingClientRect();
          return `${mark.getAttribute('data-event') ?? mark.textContent} ${x.toFixed(0)},${y.toFixed(0)}`;
        })
        .join('\n');
    });
  const some = steps.filter((_, index) => index % 6 === 2).map(({ id }) => id);
  const forwards = new Map<string, string>();
  for (const id of some) {
    await bringIntoBand(page, id);
    forwards.set(id, await picture());
  }
  for (const id of some.toReversed()) {
    await bringIntoBand(page, id);
    expect(await picture(), id).toBe(forwards.get(id));
  }
});

/** Declared for stylesheets in media.css: name → query. */
const queries = Object.fromEntries(
  [...readFileSync('src/site/media.css', 'utf8').matchAll(/@custom-media --([a-z-]+) (.+);/g)].map(
    (match) => [match[1], match[2]],
  ),
) as Record<string, string>;
const names = [...Object.keys(BASE_RANGES), ...Object.keys(COMPOSED_RANGES)] as RangeName[];
const edges = [...new Set(Object.values(BASE_RANGES).map(({ from }) => from))].filter((edge) => edge > 0);

test('there are 14 ranges and 4 edges', () => {
  expect(names).toHaveLength(14);
  expect(edges).toEqual([640, 960, 1120, 1440]);
});

for (const width of edges.flatMap((edge) => [edge - 1, edge])) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('is in the ranges it should be in, and holds together', async ({ page }) => {
      await openStory(page);
      const base = (Object.keys(BASE_RANGES) as RangeName[]).find((name) => inRange(name, width));
      const inForce = await page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--range').trim(),
      );
      expect(inForce).toBe(base);
      const matches = await page.evaluate(
        (all) => all.filter(([, query]) => matchMedia(query as string).matches).map(([name]) => name),
        names.map((name) => [name, queries[name]]),
      );
      expect(matches).toEqual(names.filter((name) => inRange(name, width)));

      const defects = await sidewaysScroll(page);
      for (const { id, scene } of steps.filter((_, index) => index % 9 === 4)) {
        await bringIntoBand(page, id);
        defects.push(...(await stageDefects(page, id, scene.focus)).map((defect) => `${id}: ${defect}`));
      }
      expect(defects).toEqual([]);
    });
  });
}
