/** The story on paper, as the engine's own printing makes it. */
import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import type { Setting } from '../support/check.ts';
import { openStory } from '../support/page.ts';
import { steps } from '../support/story.ts';

/** Letters and digits, without those that printing may tie together (ff, fi, ft). */
const letters = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]|[fijlt]/g, '');

export function paper(at: Setting): void {
  test('on paper every step is there, and no control', async () => {
    const { engine, site } = at;
    await openStory(engine, site.url);
    const titles = await engine.evaluate(() =>
      [...document.querySelectorAll('article.step h3')].map(({ textContent }) => textContent ?? ''),
    );
    expect(titles).toHaveLength(steps.length);
    const pdf = await getDocumentProxy((await engine.print?.()) ?? new Uint8Array());
    let text = '';
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      expect(page.view.map(Math.round), 'a sheet of A4').toEqual([0, 0, 595, 842]);
      const { items } = await page.getTextContent();
      text += letters(items.map((item) => ('str' in item ? item.str : '')).join(''));
    }
    expect(titles.filter((title) => !text.includes(letters(title)))).toEqual([]);
    for (const control of ['Next step', 'Previous step', 'Show what happened']) {
      expect(text, `“${control}” on paper`).not.toContain(letters(control));
    }
  });
}
