/** The list of sources narrows to what is asked for, keeps it in the address, and loses nothing that was chosen. */
import type { Locator } from '@playwright/test';
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
