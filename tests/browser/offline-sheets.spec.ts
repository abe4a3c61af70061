/** The handout and the key printed from the file on a disk: the questions on both, the answers on the key alone. */
import type { Page } from '@playwright/test';
import { letters, sheets } from './support/pdf.ts';
import { expect, ORIGINS } from './support/present.ts';

// 20, in the file; on the site tests/browser/classroom-print.spec.ts looks at both sheets closely.
const { test } = ORIGINS[1];

async function printed(page: Page): Promise<string> {
  await expect(page.locator('html')).toHaveClass(/\bjs\b/);
  const pages = await sheets(new Uint8Array(await page.pdf({ format: 'A4', tagged: true })));
  // The pages' own numbers stand between two lines of a text that goes on.
  return pages.map(({ text }) => text).join('');
}

const texts = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((all) => all.map((element) => element.textContent ?? ''));

test('the handout prints without answers, the key with them', async ({ page, address }) => {
  await page.goto(address('classroom-key'));
  // Without the word that leads them: the handout would not have it either.
  const answers = (
    await page.locator('[data-ask] .part, [data-poll] .part, [data-quiz-item] .part').evaluateAll((all) =>
      all.map((part) => {
        const copy = part.cloneNode(true) as Element;
        copy.querySelector('strong')?.remove();
        return copy.textContent ?? '';
      }),
    )
  ).filter((text) => letters(text).length > 40);
  expect(answers.length).toBeGreaterThan(20);
  const key = await printed(page);
  // A page may end within an answer: its beginning is on one.
  const there = (text: string, answer: string): boolean => text.includes(letters(answer).slice(0, 40));
  expect(answers.filter((answer) => !there(key, answer))).toEqual([]);

  await page.goto(address('classroom-handout'));
  const handout = await printed(page);
  expect(answers.filter((answer) => there(handout, answer))).toEqual([]);
  const asked = await texts(page, '[data-ask] .ask');
  expect(asked.length).toBeGreaterThan(5);
  for (const text of asked) expect(handout).toContain(letters(text).slice(0, 60));
});
