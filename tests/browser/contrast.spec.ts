/** What measures the contrast of drawn texts finds the faint ones, and only these. */
import { faintTexts } from './support/contrast.ts';
import { expect, test } from './support/test.ts';

/** A dark picture with a text over it, which axe can tell nothing of. */
const over = (style: string, text: string): string =>
  `<div style="position:relative;height:40px"><div style="position:absolute;inset:0;background:linear-gradient(#333,#444)"></div>
   <p style="position:absolute;margin:0;font:16px sans-serif;${style}">${text}</p></div>`;

test('a faint text is told from one that stands out, whatever lies behind', async ({ page }) => {
  await page.setContent(
    [
      over('color:#888', 'grey on dark'),
      over('color:#fff', 'white on dark'),
      over('color:#fff;opacity:.4', 'white, but hardly there'),
      over('color:#111', 'black on dark'),
      over('color:#111;text-shadow:' + Array(8).fill('0 0 2px #fff').join(), 'black with a halo'),
      over('color:#999;font-size:32px', 'large grey'),
      over('color:transparent', 'nothing'),
      '<svg width="200" height="40"><rect width="200" height="40" fill="#eee"/><text x="5" y="25" fill="#aaa">pale in a picture</text></svg>',
      '<div style="width:1px;height:1px;overflow:hidden">for the ear</div>',
    ].join(''),
  );
  const found = await faintTexts(page, 'body');
  expect(found.map((one) => /“(.*?)”/.exec(one)?.[1])).toEqual([
    'grey on dark',
    'white, but hardly there',
    'black on dark',
    'nothing',
    'pale in a picture',
  ]);
});

test('where there is no text nothing is said to be well', async ({ page }) => {
  await page.setContent('<main></main>');
  await expect(faintTexts(page, 'main')).rejects.toThrow(/nothing was looked at/);
});
