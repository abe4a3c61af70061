/** The list of sources narrows to what is asked for, keeps it in the address, and loses nothing that was chosen; the tables stay whole. */
import type { Locator } from '@playwright/test';
import { sidewaysScroll } from './support/page.ts';
import { expect, test } from './support/test.ts';

/** All that is said of each source: who published it and the text, its folded quotations too. */
const texts = (sources: Locator): Promise<string[]> =>
  sources.evaluateAll((all) =>
    all.map((one) => `${(one as HTMLElement).dataset['publisher']} ${one.textContent}`),
  );

test('words and a publisher narrow the list; the address leads another reader to the same', async ({
  page,
}) => {
  await page.goto('sources/');
  const sources = page.locator('[data-source]');
  const shown = sources.locator('visible=true');
  const all = await sources.count();
  await page.getByLabel('Words').fill('opcw');
  await expect.poll(() => shown.count()).toBeLessThan(all);
  const byWords = await shown.count();
  expect(byWords).toBeGreaterThan(1);
  for (const text of await texts(shown)) expect.soft(text).toMatch(/opcw/i);
  await expect(page.getByText(`${byWords} of ${all} sources are shown.`)).toBeVisible();

  const publisher = await page.getByLabel('Publisher').locator('option').nth(1).getAttribute('value');
  await page.getByLabel('Publisher').selectOption(publisher);
  await expect(page).toHaveURL((url) => url.searchParams.get('publisher') === publisher);
  const inAll = await shown.count();
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.getByLabel('Words')).toHaveValue('opcw');
  await expect(shown).toHaveCount(inAll);

  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(shown).toHaveCount(all);
  await expect(page).toHaveURL((url) => url.search === '');
  await expect(page.getByLabel('Words')).toBeFocused();
});

test('nothing found is said, with the way back', async ({ page }) => {
  await page.goto('sources/?q=nowhere-to-be-found');
  await expect(page.getByText('No source matches.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.getByText('No source matches.', { exact: false })).toBeHidden();
});

test('what was chosen before the page’s script came is kept', async ({ page }) => {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((done) => (arrive = done));
  await page.route('**/assets/*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto('sources/?q=Reuters', { waitUntil: 'commit' });
  await page.getByLabel('Words').fill('OPCW');
  arrive();
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === 'OPCW');
  await expect(page.getByLabel('Words')).toHaveValue('OPCW');
  const shown = page.locator('[data-source]').locator('visible=true');
  await expect.poll(async () => (await texts(shown)).every((text) => /opcw/i.test(text))).toBe(true);
});

test('on a phone no date and no unit of a table is broken, and nothing is wider than the window', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('sources/');
  const dates = page.locator('tbody th');
  expect(await dates.count()).toBeGreaterThan(5);
  const lines = (cells: Element[]): number[] =>
    cells.map((cell) => {
      const text = document.createRange();
      text.selectNodeContents(cell);
      return new Set([...text.getClientRects()].map(({ top }) => Math.round(top))).size;
    });
  expect(new Set(await dates.evaluateAll(lines))).toEqual(new Set([1]));
  // Words such as “about 29 percent”: a line for each at most.
  const figures = page.locator('tbody td.value');
  const words = await figures.evaluateAll((all) =>
    all.map((cell) => (cell.textContent ?? '').trim().split(/\s+/).length),
  );
  for (const [index, count] of (await figures.evaluateAll(lines)).entries()) {
    expect(count).toBeLessThanOrEqual(words[index] as number);
  }
  expect(await sidewaysScroll(page)).toEqual([]);
});
