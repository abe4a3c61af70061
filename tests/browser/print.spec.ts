/** On paper the story is a whole document: every step, a picture a chapter, the notes, nothing cut. */
import { readChapters } from './support/content.ts';
import { openStory } from './support/page.ts';
import { letters, sheets } from './support/pdf.ts';
import { expect, test } from './support/test.ts';

const chapters = readChapters();
const steps = chapters.flatMap((chapter) => chapter.steps);

// Reading a long PDF takes longer than opening a page.
test.setTimeout(120_000);

test('the printed story has everything, on the sheet', async ({ page }) => {
  await openStory(page);
  await page.emulateMedia({ media: 'print' });
  // Runs of text, not paragraphs: raised numbers are painted out of turn.
  const runs = await page.locator('article.step').evaluateAll((articles) =>
    articles.flatMap((article) => {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      const texts: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (parent?.checkVisibility() && !parent.closest('.visually-hidden'))
          texts.push(node.textContent ?? '');
      }
      return texts.filter((text) => text.trim().length > 3);
    }),
  );
  const notes = await page.locator('li[id^="note-"] .title').allTextContents();
  const stills = await page.locator('figure.still').evaluateAll((all) =>
    all.map((still) => ({
      caption: still.querySelector('figcaption')?.textContent ?? '',
      labels: [...still.querySelectorAll('svg text, [data-label]')].map((label) => label.textContent ?? ''),
    })),
  );
  const beginnings = await page.locator('article.step').evaluateAll((articles) =>
    articles.map((article) => ({
      kicker: article.querySelector('.kicker')?.textContent ?? '',
      heading: article.querySelector('h3')?.textContent ?? '',
      first: article.querySelector('.prose p')?.firstChild?.textContent?.slice(0, 20) ?? '',
    })),
  );
  const pages = await sheets(new Uint8Array(await page.pdf({ format: 'A4', printBackground: true })));
  const text = pages.map((sheet) => sheet.text).join('');

  expect(
    pages.flatMap((sheet) => sheet.outside),
    'text beyond the edge of the sheet',
  ).toEqual([]);
  for (const { number, title } of chapters) {
    // A prologue has no title page.
    if (number !== undefined) expect(text, 'a chapter’s title').toContain(letters(title));
  }
  for (const step of steps) expect(text, 'a step’s heading').toContain(letters(step.title));
  expect(runs.length).toBeGreaterThan(steps.length * 2);
  expect(
    runs.filter((run) => !text.includes(letters(run))),
    'text missing or cut',
  ).toEqual([]);
  expect(notes.length).toBeGreaterThan(0);
  expect(
    notes.filter((note) => !text.includes(letters(note))),
    'notes missing',
  ).toEqual([]);

  expect(stills).toHaveLength(chapters.length);
  for (const { caption, labels } of stills) {
    const on = pages.filter((sheet) => sheet.text.includes(letters(caption)));
    expect(on.length, `sheets with “${caption}”`).toBeGreaterThan(0);
    expect(labels.length, `labels of “${caption}”`).toBeGreaterThan(0);
    const together = on.some((sheet) => labels.some((label) => sheet.text.includes(letters(label))));
    expect(together, `the picture stands with its caption “${caption}”`).toBe(true);
  }
  const torn = beginnings.filter(
    ({ kicker, heading, first }) =>
      !pages.some((sheet) => [kicker, heading, first].every((part) => sheet.text.includes(letters(part)))),
  );
  expect(
    torn.map(({ heading }) => heading),
    'steps whose heading stands at the foot of a sheet, without their text',
  ).toEqual([]);
  expect(pages.filter((sheet) => sheet.text === '').length, 'empty sheets').toBe(0);
});

test('the stage, the menus and the controls stay off the paper; the stills fit on it', async ({ page }) => {
  // A4 with 1.5 cm margins.
  await page.setViewportSize({ width: 680, height: 1000 });
  await openStory(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.stage')).toBeHidden();
  await expect(page.locator('.site-header')).toBeHidden();
  for (const button of await page.locator('main button').all()) await expect(button).toBeHidden();
  const stills = await page.locator('figure.still').evaluateAll((all) =>
    all.map((still) => {
      const boxes = [...still.querySelectorAll('svg')].map((svg) => svg.getBoundingClientRect());
      return {
        shown: still.checkVisibility(),
        right: Math.max(...boxes.map((box) => box.right)),
        left: Math.min(...boxes.map((box) => box.left)),
        high: still.getBoundingClientRect().height,
      };
    }),
  );
  expect(stills).toHaveLength(chapters.length);
  for (const still of stills) {
    expect(still.shown).toBe(true);
    expect(still.left).toBeGreaterThanOrEqual(0);
    expect(still.right).toBeLessThanOrEqual(681);
    expect(still.high, 'a picture is no higher than a sheet').toBeLessThan(950);
  }
});

test('a page printed from a dark screen is black on white', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('');
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  const [ink, paper] = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement);
    const sum = (text: string): number =>
      (text.match(/\d+(\.\d+)?/g) ?? []).slice(0, 3).reduce((total, part) => total + Number(part), 0);
    return [sum(color), backgroundColor === 'rgba(0, 0, 0, 0)' ? 765 : sum(backgroundColor)];
  });
  expect(ink).toBeLessThan(200);
  expect(paper).toBeGreaterThan(700);
});
