/** The built pages through an HTML validator. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConfigData, HtmlValidate } from 'html-validate';
import { DIST } from './support/built.ts';
import { expect, test } from './support/test.ts';

const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.html'),
);
// Share pages come from one template, and so do the cards of events: the first and the last stand for all.
const alike = [/^s[\\/]/, /^embed[\\/]event[\\/]/].map((folder) =>
  files.filter((file) => folder.test(file)).sort(),
);
const looked = [
  ...files.filter((file) => !alike.flat().includes(file)),
  ...alike.flatMap((pages) => [...pages.slice(0, 1), ...pages.slice(-1)]),
];

test('there are pages to look at', () => {
  const pages = ['', 'sources', 'classroom', join('classroom', 'handout'), join('classroom', 'key')];
  expect(looked).toEqual(
    expect.arrayContaining([...pages.map((page) => join(page, 'index.html')), '404.html']),
  );
});

for (const file of looked) {
  test(`${file} is valid`, async () => {
    // Read here, not looked up from the page's folder: `OUT_DIR` may lie anywhere.
    const validator = new HtmlValidate(JSON.parse(readFileSync('.htmlvalidate.json', 'utf8')) as ConfigData);
    const { results } = await validator.validateFile(join(DIST, file));
    const messages = results.flatMap((result) =>
      result.messages.map(
        ({ line, column, ruleId, message, selector }) =>
          `${line}:${column} ${ruleId}: ${message} (${selector})`,
      ),
    );
    expect(messages).toEqual([]);
  });
}
