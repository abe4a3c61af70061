/** Citations, terms and figures open in place, say where they come from, and give focus back. */
import { quotedCitation, readChapters, readYaml } from './support/content.ts';
import { bringIntoBand, citation, openStory } from './support/page.ts';
import { expect, test } from './support/test.ts';

const steps = readChapters().flatMap((chapter) => chapter.steps);
const { step, source } = quotedCitation();

test('a citation opens its source: publisher, title, date, quotation, address', async ({ page }) => {
  await openStory(page);
  await bringIntoBand(page, step.id);
  const cite = await citation(page, step.id, source.id);
  await cite.click();
  const card = page.getByRole('dialog');
  await expect(card).toBeVisible();
  await expect(card).toContainText(source.publisher);
  await expect(card).toContainText(source.title);
  await expect(card.locator('blockquote').first()).toContainText((source.quotes[0] as string).slice(0, 30));
  await expect(card.getByRole('link', { name: source.title })).toHaveAttribute('href', source.url);
  await expect(card).toBeInViewport({ ratio: 1 });

  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(cite).toBeFocused();
});

test('by keyboard too, and a press elsewhere closes it', async ({ page }) => {
  await openStory(page);
  await bringIntoBand(page, step.id);
  const cite = page.locator(`#${step.id} a.cite`).first();
  await cite.focus();
  await page.keyboard.press('Enter');
  const card = page.locator('#note-card');
  await expect(card).toBeVisible();
  await expect(card).toBeFocused();
  await page.keyboard.press('Tab');
  expect(
    await page.evaluate(() => document.getElementById('note-card')?.contains(document.activeElement)),
  ).toBe(true);
  await page.locator(`#${step.id} h3`).click();
  await expect(card).toBeHidden();
});

test('opening one card closes the other, and the page stays where it was', async ({ page }) => {
  await openStory(page);
  await bringIntoBand(page, step.id);
  const link = page.locator(`#${step.id} a.ref, #${step.id} a.term`).first();
  const cite = page.locator(`#${step.id} a.cite`).first();
  await link.scrollIntoViewIfNeeded();
  await cite.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await cite.click();
  await expect(page.locator('#note-card')).toBeVisible();
  // A press on another link behind the card: the first press may only close it.
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#note-card')).toBeVisible();
  expect(await page.locator('[popover]:popover-open').count()).toBe(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('[popover]:popover-open')).toHaveCount(0);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  expect(new URL(page.url()).hash).not.toMatch(/^#note/);
});

test('a term explains itself in plain words', async ({ page }) => {
  const { terms } = readYaml<{ terms: { id: string; plain: string }[] }>('glossary.yaml');
  await openStory(page);
  const link = page.locator('article.step a.term').first();
  await link.scrollIntoViewIfNeeded();
  const id = (await link.getAttribute('href'))?.replace('#term-', '');
  await link.click();
  const plain = terms.find((term) => term.id === id)?.plain ?? 'no such term';
  await expect(page.locator('#note-card')).toContainText(plain.slice(0, 40));
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();
});

test('a figure tells its basis', async ({ page }) => {
  await openStory(page);
  const figure = page.locator('article.step data.figure[role="button"]').first();
  await figure.scrollIntoViewIfNeeded();
  const text = await figure.innerText();
  await figure.click();
  const card = page.locator('#note-card');
  await expect(card).toContainText(text);
  await expect(card.locator('p').nth(1)).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await expect(figure).toBeFocused();
});

test('on a phone the card stays inside the window', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openStory(page);
  for (const { id } of steps.filter((_, index) => index % 10 === 3)) {
    await bringIntoBand(page, id);
    await page.locator(`#${id} a.cite`).first().click();
    await expect(page.locator('#note-card')).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
  }
});
