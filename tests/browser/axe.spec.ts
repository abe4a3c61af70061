/**
 * axe finds nothing, on any page, in both themes; and what axe does not look at: order, landmarks, skip links, and
 * the contrast of texts with something behind them.
 */
import { violations } from './support/accessibility.ts';
import { quotedCitation, readChapters } from './support/content.ts';
import { faintTexts } from './support/contrast.ts';
import { bringIntoBand, citation, openStory } from './support/page.ts';
import { expect, test } from './support/test.ts';

const steps = readChapters().flatMap((chapter) => chapter.steps);
const middle = steps[Math.floor(steps.length / 2)]?.id as string;
const quoted = quotedCitation();
/** The first step of each panel that the stage has. */
const eachPanel = [...new Map(steps.toReversed().map(({ id, scene }) => [scene.panel, id])).values()];

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test('the story', async ({ page }) => {
      await openStory(page);
      expect(await violations(page, { theme })).toEqual([]);
    });

    test('what changes and what opens: stage, chart, note, menu, share', async ({ page }) => {
      await openStory(page);
      for (const id of [middle, ...eachPanel]) {
        await bringIntoBand(page, id);
        const parts = ['.stage', `#${id}`];
        expect(await violations(page, { theme, parts }), id).toEqual([]);
        expect(await faintTexts(page, ...parts), id).toEqual([]);
      }
      await (await citation(page, quoted.step.id, quoted.source.id)).click();
      await expect(page.locator('#note-card blockquote').first()).toBeVisible();
      expect(await violations(page, { theme, parts: ['#note-card'] })).toEqual([]);
      expect(await faintTexts(page, '#note-card')).toEqual([]);
      await page.keyboard.press('Escape');
      for (const id of ['chapter-menu', 'share-card']) {
        await page.locator(`[popovertarget="${id}"]`).click();
        await expect(page.locator(`#${id}`)).toBeVisible();
        const parts = [`#${id}`, '.site-header'];
        expect(await violations(page, { theme, parts })).toEqual([]);
        expect(await faintTexts(page, ...parts)).toEqual([]);
        await page.keyboard.press('Escape');
      }
    });

    test('the sources', async ({ page }) => {
      await page.goto('sources/');
      await expect(page.locator('[data-source]').first()).toBeVisible();
      expect(await violations(page, { theme })).toEqual([]);
    });

    test('the classroom, with answers given, and its sheets', async ({ page }) => {
      await page.goto('classroom/');
      await expect(page.locator('[data-quiz-item] details')).toHaveCount(0);
      expect(await violations(page, { theme })).toEqual([]);
      for (const kind of ['choice', 'order', 'place']) {
        const question = page.locator(`[data-quiz-item="${kind}"]`).first();
        if (kind !== 'order') await question.getByRole('radio').first().check({ force: true });
        await question.locator('[data-check]').click();
        await expect(question.locator('[data-verdict]')).not.toBeEmpty();
      }
      expect(await violations(page, { theme, parts: ['#quiz'] })).toEqual([]);
      for (const sheet of ['handout', 'key']) {
        await page.goto(`classroom/${sheet}/`);
        expect(await violations(page, { theme })).toEqual([]);
      }
    });

    test('the page for unknown addresses', async ({ page, problems }) => {
      problems.allow(/status of 404/);
      await page.goto('no-such-page');
      expect(await violations(page, { theme })).toEqual([]);
    });
  });
}

test('the story on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openStory(page);
  await bringIntoBand(page, middle);
  expect(await violations(page)).toEqual([]);
  expect(await faintTexts(page, '.stage')).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('headings are in order and landmarks named', async ({ page }) => {
    for (const path of ['', 'sources/', 'classroom/', 'classroom/handout/', 'classroom/key/']) {
      await page.goto(path);
      const levels = await page
        .locator('h1, h2, h3, h4, h5, h6')
        .evaluateAll((all) =>
          all.filter((heading) => heading.checkVisibility()).map((heading) => Number(heading.localName[1])),
        );
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.forEach((level, index) => {
        expect(level - (levels[index - 1] ?? 0), `heading ${index + 1} of ${path}/`).toBeLessThanOrEqual(1);
      });
      for (const landmark of ['banner', 'main', 'contentinfo'] as const) {
        await expect(page.getByRole(landmark)).toHaveCount(1);
      }
    }
  });
});

test('every picture has a name, and one says what it shows', async ({ page }) => {
  await openStory(page);
  const nameless = await page.locator('svg').evaluateAll((all) =>
    all
      .filter(
        (svg) =>
          svg.checkVisibility() && !svg.closest('[aria-hidden="true"]') && !svg.parentElement?.closest('svg'),
      )
      .filter(
        (svg) =>
          !(
            svg.getAttribute('aria-label') ??
            svg.getAttribute('aria-labelledby') ??
            svg.querySelector('title')?.textContent
          ),
      )
      .map((svg) => svg.outerHTML.slice(0, 120)),
  );
  expect(nameless).toEqual([]);
});

test('skip links lead past the header', async ({ page }) => {
  await page.goto('');
  const targets = await page
    .locator('a.skip')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(targets.length).toBeGreaterThanOrEqual(2);
  for (const [index, target] of targets.entries()) {
    await openStory(page);
    for (let press = 0; press <= index; press += 1) await page.keyboard.press('Tab');
    const skip = page.locator('a.skip').nth(index);
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await expect(page.locator(target)).toBeInViewport();
    // The next stop of the keyboard is inside, not back in the header.
    await page.keyboard.press('Tab');
    const inside = await page.evaluate((id) => {
      const start = document.querySelector(id);
      const focused = document.activeElement;
      return Boolean(
        start &&
        focused &&
        start.compareDocumentPosition(focused) &
          (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY),
      );
    }, target);
    expect(inside, `after ${target}`).toBe(true);
  }
});
