/** The headline of the chart: what had been announced by the date, each figure with its basis. */
import { textWidth } from '#model/text-width.ts';
import type { ReadoutText } from './readout.ts';
import { strings, type ChartStrings } from './strings.ts';
import { wrapText } from './wrap.ts';

export interface HeadlineItem {
  /** The series the figure is of. */
  series?: string;
  /** “49.3 %”. */
  figure?: string;
  approximate?: boolean;
  /** What was counted, or what is said instead of a figure. */
  text: string;
  /** A share of what, in lines below; none where there is no room for that: the tips and the table have it. */
  basis: string[];
}

export interface Headline {
  items: HeadlineItem[];
  /** One line below all of them. */
  sub?: string;
}

/** Px: of figures, of words beside them, of the lines below. */
export const headlineType = (compact: boolean): { figure: number; text: number; sub: number } =>
  compact ? { figure: 17, text: 13, sub: 12 } : { figure: 24, text: 16, sub: 13 };
/** Px between a figure and its words, and between two figures. */
export const WORD_GAP = 5;
export const figureGap = (compact: boolean): number => (compact ? 14 : 24);

/** Fitted into `width` px, each basis into as many `lines`. */
export function headline(
  said: ReadoutText | undefined,
  width: number,
  lines: number,
  compact: boolean,
  words: ChartStrings = strings,
): Headline {
  if (!said) return { items: [] };
  const type = headlineType(compact);
  const gap = figureGap(compact);
  const [line] = said.lines;
  const lateness = [
    said.lines
      .slice(0, 2)
      .map(({ strong, rest }) => `${strong} ${rest}`)
      .join(' · '),
    ...(line ? [`${line.strong} ${line.rest}`, line.strong] : []),
  ].filter(Boolean);
  const below = (texts: readonly (string | undefined)[]): Pick<Headline, 'sub'> => {
    const sub = texts.find((text) => text !== undefined && textWidth(text, type.sub) <= width);
    return sub === undefined ? {} : { sub };
  };
  const { caveat } = said;
  if (said.figures.length === 0) {
    const item =
      said.since === undefined
        ? { text: said.none ?? said.heading }
        : { figure: words.percent('100'), text: said.since };
    return { items: [{ ...item, basis: [] }], ...below([caveat, ...lateness]) };
  }
  const figures = said.figures.map((item) => ({
    ...item,
    figure: (item.approximate ? words.approximately : '') + item.value,
  }));
  const room = (width - gap * (figures.length - 1)) / figures.length;
  const build = (shorten: boolean, explain: boolean): HeadlineItem[] =>
    figures.map(({ series, figure, approximate, what, short, basis }) => ({
      series,
      figure,
      approximate,
      text: shorten ? short : what,
      basis: explain ? wrapText(basis, type.sub, room) : [],
    }));
  const fits = (items: readonly HeadlineItem[]): boolean =>
    items.reduce((sum, item) => sum + itemWidth(item, type) + gap, -gap) <= width &&
    items.every(({ basis }) => basis.length <= lines);
  const candidates = [
    ...(compact || caveat !== undefined ? [] : [build(false, true), build(true, true)]),
    build(false, false),
    build(true, false),
  ];
  const items = candidates.find(fits) ?? build(true, false).slice(0, 1);
  // The line below may stand where no basis needs the room.
  return { items, ...(items.every(({ basis }) => basis.length < lines) && below([caveat, ...lateness])) };
}

function itemWidth(
  { figure = '', text, basis }: HeadlineItem,
  type: ReturnType<typeof headlineType>,
): number {
  return Math.max(
    textWidth(figure, type.figure, 700) + WORD_GAP + textWidth(text, type.text, 600),
    ...basis.map((line) => textWidth(line, type.sub)),
  );
}
