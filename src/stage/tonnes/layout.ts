/**
 * The layout of the tonnes: a row for each site with its squares, the declared total in a row of its own above
 * them, effluent in words below. It depends on the data and the size alone; what the date decides is `now`, whose
 * words go into the slots left for them.
 */
import { tenth, textBox, type Anchor, type Box } from '#model/boxes.ts';
import { textWidth } from '#model/text-width.ts';
import type { TonnesNow } from './now.ts';
import { gridFor, layoutSquares, unitFor, type Grid, type Squares } from './squares.ts';
import { strings, type TonnesStrings } from './strings.ts';
import type { TonnesData, TonnesSite, TonnesSource } from './tonnes-data.ts';

export interface TonnesSize {
  /** CSS px. */
  width: number;
  height: number;
  /** The phone’s form; by default, below 560 px. */
  compact?: boolean;
}

/** How much there is room for. */
export type Form = 'full' | 'short' | 'phone';

export type TextKind = 'heading' | 'name' | 'amount' | 'soft' | 'note';

export interface PlacedText {
  key: string;
  kind: TextKind;
  text: string;
  x: number;
  /** Vertical middle. */
  y: number;
  px: number;
  anchor: Anchor;
  box: Box;
}

/** Room for a text that the date decides. */
export interface Slot {
  key: string;
  kind: TextKind;
  x: number;
  y: number;
  px: number;
  /** px. */
  room: number;
  /** Said after it where there is room. */
  after?: string;
}

export interface TonnesRow {
  /** Of the site; `declared` for the total. */
  id: string;
  place?: string;
  /** What a finger may press: the rows of a picture do not overlap. */
  box: Box;
  texts: PlacedText[];
  status?: Slot;
  /** Absent where no source states the tonnes. */
  squares?: Squares;
  /** Of effluent: the middle of its ring. */
  ring?: { x: number; y: number };
}

export interface LegendItem {
  state: 'before' | 'under-way' | 'done' | 'undated';
  squares: Squares;
  text: PlacedText;
}

export interface TonnesPicture {
  width: number;
  height: number;
  form: Form;
  grid: Grid;
  heading: Slot;
  finding: Slot;
  legend: LegendItem[];
  declared?: TonnesRow;
  rows: TonnesRow[];
  effluent: { texts: PlacedText[]; rows: TonnesRow[] };
  /** Why the sites are not added up to the declared total. */
  why: PlacedText[];
  /** Heights of the lines that set the parts apart. */
  rules: number[];
}

/** Radius of the ring of an effluent, px. */
export const RING = 4.5;
/** The least height of what a finger presses, px. */
const TARGET = 24;

const WEIGHT: Record<TextKind, number> = { heading: 600, name: 600, amount: 600, soft: 400, note: 400 };

interface Measures {
  form: Form;
  pad: number;
  /** Sizes of type, px. */
  heading: number;
  name: number;
  small: number;
  /** Of small type, px. */
  line: number;
  /** Squares the largest amount may take. */
  most: number;
}

/** Room in the upper corner for the button, px. */
const BUTTON = 72;

function measures({ width, height, compact }: TonnesSize): Measures {
  if (compact ?? width < 560) {
    return { form: 'phone', pad: 10, heading: 14, name: 12, small: 12, line: 14, most: 70 };
  }
  if (height < 460) {
    return { form: 'short', pad: 16, heading: 17, name: 13, small: 12, line: 15, most: 140 };
  }
  const small = width < 1000 || height < 640 ? 12 : 13;
  return {
    form: 'full',
    pad: 20,
    heading: small + 8,
    name: small + 2,
    small,
    line: small + 3,
    most: 140,
  };
}

export function layoutTonnes(
  data: TonnesData,
  size: TonnesSize,
  words: TonnesStrings = strings,
): TonnesPicture {
  const m = measures(size);
  const { width, height } = size;
  const { pad, form, small } = m;
  const agent = data.sites.filter(({ kind }) => kind === 'agent');
  const effluents = data.sites.filter(({ kind }) => kind === 'effluent');
  const amounts = [data.declared?.tonnes, ...agent.map(({ tonnes }) => tonnes)].flatMap((t) => t ?? []);
  const largest = Math.max(1, ...amounts);
  const unit = unitFor(largest, m.most);

  // Head.
  const top = form === 'full' ? 14 : form === 'short' ? 8 : 4;
  const headingY = top + m.heading * 0.65;
  const findingY = headingY + m.heading * 0.6 + small * 0.8 + (form === 'full' ? 4 : 0);
  const legendSize = form === 'phone' ? 7 : small;
  const legend = layoutLegend(unit, legendSize, m, width - 2 * pad, words);
  const legendWidth = legend.at(-1)?.text.box.x1 ?? 0;
  const beside = form === 'short' && legendWidth < 0.6 * (width - 2 * pad);
  const legendX = beside ? width - pad - legendWidth : pad;
  const legendY = beside ? findingY : findingY + m.line + (form === 'full' ? 6 : 2);
  const bodyTop = legendY + small * 0.6 + (form === 'full' ? 10 : 4);

  // Foot.
  const foot = layoutFoot(data, effluents, size, m, words);

  // Body.
  const count = agent.length + (data.declared ? 1 : 0);
  const bodyEnd = height - foot.height;
  const apart = data.declared && form !== 'phone' ? 6 : 0;
  const rowHeight = Math.max(TARGET, (bodyEnd - bodyTop - apart) / Math.max(1, count));
  const columns = columnsOf(agent, width, m, words);
  const room = width - pad - columns.squares;
  const grid = gridFor(largest, unit, room, rowHeight - (form === 'full' ? 12 : 4));
  const rowBox = (index: number): Box => {
    const y0 = bodyTop + index * rowHeight + (index > 0 ? apart : 0);
    return { x0: 0, y0: tenth(y0), x1: width, y1: tenth(y0 + rowHeight) };
  };
  const declared = data.declared && declaredRow(data.declared, rowBox(0), columns, grid, m, words);
  const bare = agent.map((site, index) =>
    siteRow(site, rowBox(index + (declared ? 1 : 0)), columns, grid, m, words),
  );
  const edge = noteEdge(bare, columns);
  const rows =
    form === 'full'
      ? bare.map((row, i) => ({
          ...row,
          texts: [...row.texts, ...notesBeside(agent[i]!, row, edge, columns, m)],
        }))
      : bare;
  return {
    width,
    height,
    form,
    grid,
    heading: {
      key: 'heading',
      kind: 'heading',
      x: pad,
      y: tenth(headingY),
      px: m.heading,
      room: width - 2 * pad - BUTTON,
    },
    finding: {
      key: 'finding',
      kind: 'note',
      x: pad,
      y: tenth(findingY),
      px: form === 'full' ? small + 1 : small,
      room: beside ? legendX - pad - 16 : width - 2 * pad - (form === 'phone' ? BUTTON : 0),
    },
    legend: legend.map((item) => shifted(item, legendX, tenth(legendY))),
    ...(declared && { declared }),
    rows,
    effluent: foot.effluent,
    why: foot.why,
    rules: [tenth(bodyTop), ...(declared ? [rows[0]?.box.y0 ?? bodyEnd] : []), tenth(bodyEnd)].map(
      (y, index) => (index === 1 && apart ? y - apart / 2 : y),
    ),
  };
}

/** The first of the texts, from long to short, that fits into `room` px; the last if none does. */
export function fitText(texts: readonly string[], px: number, room: number, weight = 400): string {
  return texts.find((text) => textWidth(text, px, weight) <= room) ?? texts.at(-1) ?? '';
}

/** The words of a day in the slots of a picture. */
export function placeNow(
  { heading, finding, rows, effluent }: TonnesPicture,
  now: TonnesNow,
): { heading: PlacedText; finding: PlacedText; states: Map<string, PlacedText> } {
  return {
    heading: fill(heading, now.heading),
    finding: fill(finding, now.finding),
    states: new Map(
      [...rows, ...effluent.rows].flatMap(({ id, status }) => {
        const site = now.sites.get(id);
        return status && site ? [[id, fill(status, site.words)] as const] : [];
      }),
    ),
  };
}

function fill({ key, kind, x, y, px, room, after }: Slot, texts: readonly string[]): PlacedText {
  // What comes after it follows the text with its day, long or short, and never a shorter word for the state.
  const dated = texts.slice(0, Math.max(1, texts.length - 1));
  const wanted = after ? [...dated.map((text) => `${text} · ${after}`), ...texts] : texts;
  return place(key, kind, fitText(wanted, px, room, WEIGHT[kind]), x, y, px);
}

function place(
  key: string,
  kind: TextKind,
  text: string,
  x: number,
  y: number,
  px: number,
  anchor: Anchor = 'start',
): PlacedText {
  const [left, middle] = [tenth(x), tenth(y)];
  const box = textBox(left, middle, textWidth(text, px, WEIGHT[kind]), px, anchor);
  return { key, kind, text, x: left, y: middle, px, anchor, box };
}

/** A text in lines no wider than `room` px. */
export function wrapText(text: string, px: number, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, px) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

interface Columns {
  pad: number;
  /** Room of the names and of the amounts’ column, px. */
  names: number;
  /** Right edge of the amounts. */
  amounts: number;
  /** Left edge of the squares. */
  squares: number;
  /** Right edge of everything. */
  end: number;
}

function columnsOf(agent: readonly TonnesSite[], width: number, m: Measures, words: TonnesStrings): Columns {
  const { pad, form, name } = m;
  if (form === 'phone') {
    const names = Math.max(...agent.map(({ label }) => textWidth(label, name, 600)));
    const stated = Math.max(
      textWidth(words.notStated, name, 600),
      ...agent.map(({ tonnes = 0 }) => textWidth(words.tonnesShort(tonnes), name, 600)),
    );
    const amounts = Math.ceil(pad + Math.min(names, width * 0.36) + 6 + stated);
    return { pad, names: amounts - stated - 6 - pad, amounts, squares: amounts + 8, end: width - pad };
  }
  const text = Math.min(380, Math.max(250, width * 0.36));
  const amounts = pad + text;
  const stated = textWidth(words.tonnes(1300, true), name, 600);
  return { pad, names: text - stated - 10, amounts, squares: amounts + 14, end: width - pad };
}

/** As many publishers as fit, by their names without what stands in brackets, and how many more there are. */
export function publishers(
  sources: readonly TonnesSource[],
  px: number,
  room: number,
  words: TonnesStrings = strings,
): string {
  const names = [...new Set(sources.map(({ publisher }) => publisher.replace(/ \([^)]*\)/g, '')))];
  for (let shown = names.length; shown > 0; shown--) {
    const rest = names.length - shown;
    const text = [...names.slice(0, shown), ...(rest > 0 ? [words.more(rest)] : [])].join(', ');
    if (textWidth(text, px) <= room) return text;
  }
  return '';
}

function siteRow(
  site: TonnesSite,
  box: Box,
  columns: Columns,
  grid: Grid,
  m: Measures,
  words: TonnesStrings,
): TonnesRow {
  const { id, place: ref, name, label, country, tonnes, approximate } = site;
  const amount =
    tonnes === undefined
      ? [words.notStated]
      : [words.tonnes(tonnes, approximate), words.tonnesShort(tonnes, approximate)];
  const { row, slot } = rowText(
    id,
    [name, label],
    amount,
    tonnes,
    site.sources,
    box,
    columns,
    grid,
    m,
    words,
  );
  const told = name.includes(country) || m.form === 'phone';
  return {
    ...row,
    ...(ref !== undefined && { place: ref }),
    status: { ...slot, ...(!told && { after: country }) },
  };
}

function declaredRow(
  { tonnes, approximate, date, basis, sources }: NonNullable<TonnesData['declared']>,
  box: Box,
  columns: Columns,
  grid: Grid,
  m: Measures,
  words: TonnesStrings,
): TonnesRow {
  const names = [...(date === undefined ? [] : [words.declaredOn(date)]), words.declared];
  const amount = [words.tonnes(tonnes, approximate), words.tonnesShort(tonnes, approximate)];
  const { row, slot } = rowText('declared', names, amount, tonnes, sources, box, columns, grid, m, words);
  const fits = m.form !== 'phone' && textWidth(basis, slot.px) <= slot.room;
  const said = fits ? [place('declared basis', 'soft', basis, slot.x, slot.y, slot.px)] : [];
  return { ...row, texts: [...row.texts, ...said] };
}

/** What all rows have: name, amount, squares, publishers, and where the state goes. */
function rowText(
  id: string,
  names: readonly string[],
  amount: readonly string[],
  tonnes: number | undefined,
  sources: readonly TonnesSource[],
  box: Box,
  columns: Columns,
  grid: Grid,
  m: Measures,
  words: TonnesStrings,
): { row: TonnesRow; slot: Slot } {
  const { form, pad, small, line } = m;
  const middle = (box.y0 + box.y1) / 2;
  const lines = form === 'phone' ? 1 : form === 'short' ? 2 : 3;
  const first = middle - ((lines - 1) / 2) * line;
  const squares = tonnes === undefined ? undefined : layoutSquares(tonnes, grid, columns.squares, middle);
  const right = squares?.box.x1 ?? columns.squares - 8;
  const wide = columns.amounts - pad;
  const amountRoom = wide - columns.names - 6;
  const texts = [
    place(`${id} name`, 'name', fitText(names, m.name, columns.names, 600), pad, first, m.name),
    place(
      `${id} amount`,
      'amount',
      fitText(amount, m.name, amountRoom, 600),
      columns.amounts,
      first,
      m.name,
      'end',
    ),
  ];
  const slot: Slot =
    form === 'phone'
      ? { key: id, kind: 'soft', x: tenth(right + 7), y: middle, px: small, room: columns.end - right - 7 }
      : { key: id, kind: 'soft', x: pad, y: tenth(first + line), px: small, room: wide };
  const [x, y, room] =
    form === 'short' ? [right + 12, middle, columns.end - right - 12] : [pad, first + 2 * line, wide];
  const by = form === 'phone' ? '' : publishers(sources, small, room, words);
  if (by) texts.push(place(`${id} sources`, 'soft', by, x, y, small));
  return { row: { id, box, texts, ...(squares && { squares }) }, slot };
}

/** Notes of sites with few squares stand on one edge; those of the others right of their squares. */
function noteEdge(rows: readonly TonnesRow[], { squares }: Columns): number {
  const rights = rows.map((row) => row.squares?.box.x1 ?? squares);
  const most = squares + (Math.max(...rights, squares) - squares) / 2;
  return Math.max(squares, ...rights.filter((right) => right <= most));
}

/** What was destroyed and the caveat beside the squares, if both find room; else the caveat, which counts more. */
function notesBeside(
  { id, detail, note }: TonnesSite,
  { box, squares }: TonnesRow,
  edge: number,
  { end }: Columns,
  { small, line }: Measures,
): PlacedText[] {
  const x = Math.max(edge, squares?.box.x1 ?? 0) + 16;
  if (end - x < 120) return [];
  const most = Math.floor((box.y1 - box.y0 - 4) / line);
  const wrap = (text: string, kind: TextKind): [string, TextKind][] =>
    wrapText(text, small, end - x).map((row) => [row, kind]);
  const [what, caveat] = [wrap(detail, 'note'), note === undefined ? [] : wrap(note, 'soft')];
  const lines = [[...what, ...caveat], caveat, what].find(({ length }) => length > 0 && length <= most) ?? [];
  const first = (box.y0 + box.y1) / 2 - ((lines.length - 1) / 2) * line;
  return lines.map(([text, kind], i) => place(`${id} note ${i}`, kind, text, x, first + i * line, small));
}

function layoutLegend(
  unit: number,
  side: number,
  { form, small }: Measures,
  room: number,
  words: TonnesStrings,
): LegendItem[] {
  const { legend } = words;
  const grid: Grid = { unit: 1, tall: 1, pitch: side + 1, side };
  const set = (short: boolean): LegendItem[] => {
    const items = [
      ['before', short ? words.tonnes(unit) : `${legend.square(words.tonnes(unit))}, ${legend.before}`],
      ['under-way', short ? legend.underWayShort : legend.underWay],
      ['done', legend.done],
      ['undated', legend.undated],
    ] as const;
    let x = 0;
    return items.map(([state, text]) => {
      const squares = layoutSquares(1, grid, x, 0);
      const placed = place(`legend ${state}`, 'soft', text, x + side + 5, 0, small);
      x = Math.ceil(placed.box.x1) + (form === 'full' ? 18 : 12);
      return { state, squares, text: placed };
    });
  };
  const long = set(false);
  return form !== 'phone' && (long.at(-1)?.text.box.x1 ?? 0) <= room * (form === 'short' ? 0.6 : 1)
    ? long
    : set(true);
}

function shifted({ state, squares, text }: LegendItem, dx: number, dy: number): LegendItem {
  const side = squares.box.x1 - squares.box.x0;
  const grid: Grid = { unit: 1, tall: 1, pitch: side + 1, side };
  return {
    state,
    squares: layoutSquares(1, grid, squares.box.x0 + dx, dy),
    text: place(text.key, text.kind, text.text, text.x + dx, dy, text.px),
  };
}

interface Foot {
  height: number;
  why: PlacedText[];
  effluent: TonnesPicture['effluent'];
}

function layoutFoot(
  data: TonnesData,
  effluents: readonly TonnesSite[],
  { width, height }: TonnesSize,
  m: Measures,
  words: TonnesStrings,
): Foot {
  const { pad, form, small, line } = m;
  const note = data.declared?.note ?? '';
  const whole = [data.declared?.caveat, note].filter(Boolean).join(' ');
  if (form === 'phone') return phoneFoot(note, effluents, width, height, m, words);
  const split = effluents.length > 0 && note !== '';
  const column = split ? (width - 2 * pad - 28) / 2 : width - 2 * pad;
  const why = note === '' ? [] : wrapText(whole, small, column);
  const padding = form === 'full' ? 9 : 6;
  const content = Math.max(why.length * line, effluents.length > 0 ? line + effluents.length * TARGET : 0);
  const total = padding + content + (form === 'full' ? 12 : 5);
  const top = height - total + padding + line / 2;
  const x = split ? pad + column + 28 : pad;
  const heading = fitText(words.effluent, small, column, 600);
  return {
    height: content === 0 ? pad : total,
    why: why.map((text, i) => place(`why ${i}`, 'note', text, pad, top + i * line, small)),
    effluent: {
      texts: effluents.length > 0 ? [place('effluent', 'name', heading, x, top, small)] : [],
      rows: effluents.map((site, i) => {
        const y = top + line * 0.5 + (i + 0.5) * TARGET;
        const amount =
          site.tonnes === undefined ? words.notStated : words.tonnes(site.tonnes, site.approximate);
        const name = place(
          `${site.id} name`,
          'note',
          words.item(site.label, amount),
          x + 2 * RING + 8,
          y,
          small,
        );
        return {
          id: site.id,
          ...(site.place !== undefined && { place: site.place }),
          box: { x0: x - 6, y0: tenth(y - TARGET / 2), x1: width - pad, y1: tenth(y + TARGET / 2) },
          texts: [name],
          ring: { x: x + RING + 1, y: tenth(y) },
          status: {
            key: site.id,
            kind: 'soft',
            x: tenth(name.box.x1 + 8),
            y: tenth(y),
            px: small,
            room: width - pad - name.box.x1 - 8,
            after: publishers(site.sources, small, column * 0.5, words),
          },
        };
      }),
    },
  };
}

/** One line of effluent under the reason: amounts only, the days are in the table. */
function phoneFoot(
  note: string,
  effluents: readonly TonnesSite[],
  width: number,
  height: number,
  { pad, small, line }: Measures,
  words: TonnesStrings,
): Foot {
  const room = width - 2 * pad;
  // A whole sentence or none: half a reason is none.
  const sentences = [note, note.split(/(?<=\.) /)[0] ?? ''].map((text) => wrapText(text, small, room));
  const why = note === '' ? [] : (sentences.find((lines) => lines.length <= 2) ?? []);
  const last = height - TARGET / 2;
  const texts =
    effluents.length > 0 ? [place('effluent', 'name', words.effluent.at(-1) ?? '', pad, last, small)] : [];
  let x = (texts[0]?.box.x1 ?? pad) + 8;
  const rows = effluents.map((site): TonnesRow => {
    const amount =
      site.tonnes === undefined ? words.notStated : words.tonnesShort(site.tonnes, site.approximate);
    const text = place(
      `${site.id} name`,
      'note',
      words.item(site.label, amount),
      x + 2 * RING + 5,
      last,
      small,
    );
    const box = { x0: x - 2, y0: height - TARGET, x1: text.box.x1 + 2, y1: height };
    const ring = { x: tenth(x + RING), y: last };
    x = text.box.x1 + 8;
    return { id: site.id, ...(site.place !== undefined && { place: site.place }), box, texts: [text], ring };
  });
  const end = height - (effluents.length > 0 ? TARGET - 3 : 4);
  const first = end - why.length * line + line / 2;
  return {
    height: height - end + why.length * line + 3,
    why: why.map((text, i) => place(`why ${i}`, 'note', text, pad, first + i * line, small)),
    effluent: { texts, rows },
  };
}
