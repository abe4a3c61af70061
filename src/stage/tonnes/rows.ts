/** The rows of the picture: name and amount, squares, state, sources, notes. */
import { tenth, type Box } from '#model/boxes.ts';
import { textWidth } from '#model/text-width.ts';
import type { Form } from './forms.ts';
import { layoutSquares, type Grid, type Squares } from './squares.ts';
import type { TonnesStrings } from './strings.ts';
import { fitText, place, publishers, wrapText, type PlacedText, type Slot, type TextKind } from './texts.ts';
import type { TonnesData, TonnesSite, TonnesSource } from './tonnes-data.ts';

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

export interface Columns {
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

export function columnsOf(
  agent: readonly TonnesSite[],
  width: number,
  form: Form,
  words: TonnesStrings,
): Columns {
  const { pad, text } = form;
  if (form.name === 'phone') {
    const names = Math.max(...agent.map(({ label }) => textWidth(label, text, 600)));
    const stated = Math.max(
      textWidth(words.notStated, text, 600),
      ...agent.map(({ tonnes = 0 }) => textWidth(words.tonnesShort(tonnes), text, 600)),
    );
    const amounts = Math.ceil(pad + Math.min(names, width * 0.36) + 6 + stated);
    return { pad, names: amounts - stated - 6 - pad, amounts, squares: amounts + 8, end: width - pad };
  }
  const wide = Math.min(380, Math.max(250, width * 0.36));
  const amounts = pad + wide;
  const stated = textWidth(words.tonnes(1300, true), text, 600);
  return { pad, names: wide - stated - 10, amounts, squares: amounts + 14, end: width - pad };
}

/** What a row is drawn in. */
export interface RowSpace {
  box: Box;
  columns: Columns;
  grid: Grid;
  form: Form;
  words: TonnesStrings;
}

export function siteRow(site: TonnesSite, space: RowSpace): TonnesRow {
  const { id, place: ref, name, label, country, tonnes, sources } = site;
  const { row, slot } = bareRow({ ...site, id, names: [name, label], tonnes, sources }, space);
  const told = name.includes(country) || space.form.name === 'phone';
  return {
    ...row,
    ...(ref !== undefined && { place: ref }),
    status: { ...slot, ...(!told && { after: country }) },
  };
}

export function declaredRow(declared: NonNullable<TonnesData['declared']>, space: RowSpace): TonnesRow {
  const { date, basis } = declared;
  const { words, form } = space;
  const names = [...(date === undefined ? [] : [words.declaredOn(date)]), words.declared];
  const { row, slot } = bareRow({ ...declared, id: 'declared', names }, space);
  const fits = form.name !== 'phone' && textWidth(basis, slot.px) <= slot.room;
  const said = fits ? [place('declared basis', 'soft', basis, slot.x, slot.y, slot.px)] : [];
  return { ...row, texts: [...row.texts, ...said] };
}

interface Told {
  id: string;
  /** From long to short. */
  names: readonly string[];
  tonnes?: number | undefined;
  approximate?: true;
  sources: readonly TonnesSource[];
}

/** What all rows have: name, amount, squares, publishers, and where the state goes. */
function bareRow(
  { id, names, tonnes, approximate, sources }: Told,
  { box, columns, grid, form, words }: RowSpace,
): { row: TonnesRow; slot: Slot } {
  const { name: kind, pad, small, line, text } = form;
  const middle = tenth((box.y0 + box.y1) / 2);
  const lines = kind === 'phone' ? 1 : kind === 'short' ? 2 : 3;
  const first = middle - ((lines - 1) / 2) * line;
  const squares = tonnes === undefined ? undefined : layoutSquares(tonnes, grid, columns.squares, middle);
  const right = squares?.box.x1 ?? columns.squares - 8;
  const wide = columns.amounts - pad;
  const amounts =
    tonnes === undefined
      ? [words.notStated]
      : [words.tonnes(tonnes, approximate), words.tonnesShort(tonnes, approximate)];
  const name = fitText(names, text, columns.names, 'name');
  const amount = fitText(amounts, text, wide - columns.names - 6, 'amount');
  const slot: Slot = {
    key: id,
    kind: 'soft',
    px: small,
    ...(kind === 'phone'
      ? { x: tenth(right + 7), y: middle, room: columns.end - right - 7 }
      : { x: pad, y: tenth(first + line), room: wide }),
  };
  const [x, y, room] =
    kind === 'short' ? [right + 12, middle, columns.end - right - 12] : [pad, first + 2 * line, wide];
  const by = kind === 'phone' ? '' : publishers(sources, small, room, words);
  const texts = [
    place(`${id} name`, 'name', name, pad, first, text),
    place(`${id} amount`, 'amount', amount, columns.amounts, first, text, 'end'),
    ...(by ? [place(`${id} sources`, 'soft', by, x, y, small)] : []),
  ];
  return { row: { id, box, texts, ...(squares && { squares }) }, slot };
}

/** Notes of sites with few squares stand on one edge; those of the others right of their squares. */
export function noteEdge(rows: readonly TonnesRow[], { squares }: Columns): number {
  const rights = rows.map((row) => row.squares?.box.x1 ?? squares);
  const most = squares + (Math.max(...rights, squares) - squares) / 2;
  return Math.max(squares, ...rights.filter((right) => right <= most));
}

/** What was destroyed and the caveat beside the squares, if both find room; else the caveat, which counts more. */
export function notesBeside(
  { id, detail, note }: TonnesSite,
  { box, squares }: TonnesRow,
  edge: number,
  { end }: Columns,
  { small, line }: Form,
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
