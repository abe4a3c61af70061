/** The handout and the key on paper: every question once, answers in the key alone, nothing cut, a tagged PDF. */
import type { Page } from '@playwright/test';
import { lesson, quiz } from './support/classroom.ts';
import { readChapters } from './support/content.ts';
import { fontsThere } from './support/page.ts';
import { letters, sheets, type Sheet } from './support/pdf.ts';
import { expect, test } from './support/test.ts';

// Reading a long PDF takes longer than opening a page.
test.setTimeout(120_000);

/** Millimetres to CSS px. */
const px = (mm: number): number => (mm / 25.4) * 96;
/** What the margins of the sheets leave of the paper, CSS px. */
const PAPER = {
  A4: { width: px(210 - 30), height: px(297 - 34) },
  Letter: { width: px(215.9 - 30), height: px(279.4 - 34) },
} as const;
type Format = keyof typeof PAPER;
const FORMATS = Object.keys(PAPER) as Format[];

const path = lesson.paths.toSorted((a, b) => Math.abs(a.minutes - 45) - Math.abs(b.minutes - 45))[0];
const asked = [...new Set(path?.slides.flatMap(({ step, pause }) => step ?? pause ?? []))];
const voted = path?.slides.flatMap(({ poll }) => poll ?? []) ?? [];
const steps = readChapters().flatMap((chapter) => chapter.steps);

async function open(page: Page, sheet: 'handout' | 'key'): Promise<void> {
  await page.goto(`classroom/${sheet}/`);
  await fontsThere(page);
}

/** The text of elements as a printer gets it. */
const texts = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((all) => all.map((element) => element.textContent ?? ''));

interface Printed {
  pages: Sheet[];
  text: string;
  /** The file's own bytes, as far as they are text. */
  raw: string;
}

async function print(page: Page, format: Format): Promise<Printed> {
  const pdf = await page.pdf({ format, tagged: true });
  const pages = await sheets(new Uint8Array(pdf));
  return { pages, text: pages.map((sheet) => sheet.text).join(''), raw: pdf.toString('latin1') };
}

const times = (text: string, part: string): number => text.split(letters(part)).length - 1;

/** Everything that holds of both sheets. */
async function wellPrinted(page: Page, format: Format, { pages, raw }: Printed): Promise<void> {
  expect(raw).toContain('/MarkInfo');
  expect(raw).toContain('/StructTreeRoot');
  expect(
    pages.flatMap(({ outside }) => outside),
    'text beyond the edge',
  ).toEqual([]);
  expect(pages.filter(({ text }) => text.length < 20).length, 'empty pages').toBe(0);
  pages.forEach(({ text }, index) => expect(text, 'its number').toContain(`${index + 1}/${pages.length}`));

  // Headings stand with what they head.
  const heads = await page.locator('main :is(h2, h3)').evaluateAll((all) =>
    all.map((heading) => {
      const walker = document.createTreeWalker(
        document.querySelector('main') as Element,
        NodeFilter.SHOW_TEXT,
      );
      walker.currentNode = heading;
      let next = walker.nextNode();
      while (next && (heading.contains(next) || !next.textContent?.trim())) next = walker.nextNode();
      return [heading.textContent ?? '', next?.textContent?.trim().slice(0, 30) ?? ''] as const;
    }),
  );
  expect(heads.length).toBeGreaterThan(3);
  const torn = heads.filter(
    ([head, next]) => !pages.some(({ text }) => text.includes(letters(head)) && text.includes(letters(next))),
  );
  expect(torn, 'headings at the foot of a page').toEqual([]);

  // Nothing is wider than the paper, no block that stands whole is higher than it, and nothing is cut.
  const { width, height } = PAPER[format];
  await page.setViewportSize({ width: Math.floor(width), height: Math.floor(height) });
  await page.emulateMedia({ media: 'print' });
  const cut = await page.evaluate(
    ([wide, high]) => {
      const name = (element: Element): string =>
        `${element.localName}.${element.getAttribute('class') ?? ''} ${element.textContent?.trim().slice(0, 30)}`;
      const shown = [...document.querySelectorAll<HTMLElement>('main, main *')].filter(
        (element) =>
          element.checkVisibility() && !element.closest('svg *') && !element.matches('.visually-hidden'),
      );
      return shown.flatMap((element) => {
        const box = element.getBoundingClientRect();
        const { overflowX, overflowY } = getComputedStyle(element);
        const clips =
          [overflowX, overflowY].some((value) => value !== 'visible') && element.localName !== 'svg';
        return [
          ...(box.right > wide + 1 || box.left < -1 ? [`too wide: ${name(element)}`] : []),
          ...(element.matches('.whole') && box.height > high ? [`too high: ${name(element)}`] : []),
          ...(clips &&
          (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
            ? [`cut: ${name(element)}`]
            : []),
        ];
      });
    },
    [width, height] as const,
  );
  expect(cut).toEqual([]);
  await page.emulateMedia({ media: null });
}

for (const format of FORMATS) {
  test(`the handout on ${format}: every question of the lesson once, room to write, no answers`, async ({
    page,
  }) => {
    await open(page, 'key');
    const answers = await texts(page, '[data-ask] .part, [data-poll] .part, [data-quiz-item] .part, dd');
    const names = await texts(page, '[data-quiz-item="place"] .right');
    await open(page, 'handout');
    const asks = await texts(page, '[data-ask] .ask');
    const questions = await texts(page, '[data-quiz-item] .question');
    const printed = await print(page, format);
    const { text } = printed;

    const ids = await page
      .locator('[data-ask]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-ask')));
    expect(ids.toSorted()).toEqual(asked.toSorted());
    expect(questions).toHaveLength(quiz.length);
    for (const question of [...asks, ...questions]) expect(times(text, question), question).toBe(1);
    for (const { id, question } of lesson.polls)
      expect(times(text, question), question).toBe(voted.includes(id) ? 1 : 0);
    const quoted = quiz.flatMap((item) => (item.kind === 'who' ? [item] : []));
    for (const { quote } of quoted) expect(times(text, quote), quote).toBe(1);
    // Where the quiz asks who said it, no source on the sheet says so.
    const told = lesson.analyses.filter(({ source }) => !quoted.some((item) => item.quoted === source));
    expect(told.length).toBeGreaterThan(0);
    for (const { excerpt } of told) expect(times(text, excerpt), excerpt).toBe(1);
    await expect(page.locator('[data-analysis]')).toHaveCount(told.length);
    for (const { quoted: source } of quoted)
      await expect(page.locator(`[data-source="${source}"]`)).toHaveCount(0);

    expect(answers.length).toBeGreaterThan(steps.length);
    expect(
      answers.filter((answer) => text.includes(letters(answer))),
      'answers on the handout',
    ).toEqual([]);
    for (const name of names) expect(text).not.toContain(letters(name));
    expect(await page.content()).not.toMatch(/data-answer/);

    const lines = page.locator('[data-ask] .lines > span');
    expect(await lines.count()).toBeGreaterThanOrEqual(asked.length);
    const grid = page.locator('main svg text');
    for (const label of ['7 Jan', '30 Jun', '100\u202f%', '0'])
      await expect(grid.filter({ hasText: label }).first()).toBeAttached();
    await wellPrinted(page, format, printed);
  });

  test(`the key on ${format}: every question once, with its answer`, async ({ page }) => {
    await open(page, 'key');
    const asks = await texts(page, '[data-ask] .ask');
    const questions = await texts(page, '[data-quiz-item] .ask');
    const answers = await texts(page, '[data-ask] .part, [data-poll] .part, [data-quiz-item] .part, dd');
    const marked = await texts(page, '[data-quiz-item] :is(.right, .dated li)');
    const printed = await print(page, format);
    const { text } = printed;

    const ids = await page
      .locator('[data-ask]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-ask')));
    expect(ids.toSorted()).toEqual(steps.map(({ id }) => id).toSorted());
    expect(questions).toHaveLength(quiz.length);
    for (const question of [...asks, ...questions]) expect(times(text, question), question).toBe(1);
    for (const { question } of lesson.polls) expect(times(text, question), question).toBe(1);

    // An answer for each question, and four for each source; the reasons of the quiz; a note for each vote.
    for (const id of steps.map((step) => step.id))
      expect(await page.locator(`[data-ask="${id}"] .part`).count(), id).toBeGreaterThan(0);
    await expect(page.locator('dd')).toHaveCount(lesson.analyses.length * 4);
    await expect(page.locator('[data-quiz-item] .part')).toHaveCount(quiz.length);
    await expect(page.locator('[data-poll] .part')).toHaveCount(lesson.polls.length);
    for (const answer of [...answers, ...marked]) {
      expect(letters(answer).length).toBeGreaterThan(1);
      expect(text, answer).toContain(letters(answer));
    }
    await wellPrinted(page, format, printed);
  });
}

test('a sheet has its print button, and spells addresses out', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.toggleAttribute('data-printed', true);
  });
  for (const sheet of ['handout', 'key'] as const) {
    await open(page, sheet);
    await page.getByRole('button', { name: 'Print this sheet' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-printed');
    const links = page.locator('main li[data-source] a');
    expect(await links.count()).toBeGreaterThan(0);
    for (const link of await links.all())
      expect(await link.innerText()).toBe(await link.getAttribute('href'));
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.site-header', '.site-footer', '[data-print]'])
      await expect(page.locator(hidden)).toBeHidden();
    await page.emulateMedia({ media: null });
  }
});
