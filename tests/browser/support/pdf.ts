/** What stands on the pages of a PDF. */
import { getDocumentProxy } from 'unpdf';
import { plain } from './content.ts';

/** Text without anything that line breaks, hyphens, ligatures or capitals by style change. */
export const letters = (text: string): string =>
  plain(text.normalize('NFKC'))
    .replaceAll(/[\s\u00AD-]/g, '')
    .toLowerCase();

/** One page of a PDF. */
export interface Sheet {
  width: number;
  height: number;
  /** As `letters` gives it. */
  text: string;
  /** Text that leaves the sheet. */
  outside: string[];
}

/** Reads a PDF. */
export async function sheets(pdf: Uint8Array): Promise<Sheet[]> {
  const document = await getDocumentProxy(pdf);
  const all: Sheet[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view as number[];
    const { items } = await page.getTextContent();
    const runs = items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []));
    all.push({
      width,
      height,
      text: letters(runs.map(({ str }) => str).join(' ')),
      outside: runs
        .filter(({ transform, width: run }) => {
          const [, , , , x, y] = transform as number[];
          return (x ?? 0) < 0 || (x ?? 0) + run > width + 1 || (y ?? 0) < 0 || (y ?? 0) > height;
        })
        .map(({ str }) => `p. ${number}: ${str}`),
    });
  }
  return all;
}
