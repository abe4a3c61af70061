/**
 * The layout of the tonnes: a row for each site with its squares, the declared total in a row of its own above
 * them, effluent in words below. It depends on the data and the size alone; what the date decides is `now`, whose
 * words go into the slots left for them.
 */
import { tenth } from '#model/boxes.ts';
import { textWidth } from '#model/text-width.ts';
import { layoutFoot, type Foot } from './foot.ts';
import { bodyRows, formsFor, type Form, type FormName, type TonnesSize } from './forms.ts';
import { layoutLegend, shifted, type LegendItem } from './legend.ts';
import type { TonnesNow } from './now.ts';
import {
  columnsOf,
  declaredRow,
  noteEdge,
  notesBeside,
  siteRow,
  type RowSpace,
  type TonnesRow,
} from './rows.ts';
import { gridFor, unitFor, type Grid } from './squares.ts';
import { strings, type TonnesStrings } from './strings.ts';
import { fill, type PlacedText, type Slot } from './texts.ts';
import type { TonnesData } from './tonnes-data.ts';

export interface TonnesPicture {
  width: number;
  height: number;
  form: FormName;
  grid: Grid;
  heading: Slot;
  finding?: Slot;
  legend: LegendItem[];
  declared?: TonnesRow;
  rows: TonnesRow[];
  effluent: Foot['effluent'];
  /** Why the sites are not added up to the declared total. */
  why: PlacedText[];
  /** Heights of the lines that set the parts apart. */
  rules: number[];
}

/** Room in the upper corner for the button, px. */
const BUTTON = 72;
/** Of a square that can still be counted, px. */
const LEAST = 5;

export function layoutTonnes(
  data: TonnesData,
  size: TonnesSize,
  words: TonnesStrings = strings,
): TonnesPicture {
  const forms = formsFor(size).map((form) => frameFor(data, size, form, words));
  const frame = forms.find(({ form, rowHeight }) => rowHeight >= form.row) ?? forms.at(-1)!;
  return draw(data, size, frame, words);
}

/** Where head, body and foot are in a form. */
interface Frame {
  form: Form;
  heading: Slot;
  finding?: Slot;
  legend: LegendItem[];
  unit: number;
  foot: Foot;
  bodyTop: number;
  bodyEnd: number;
  /** Between the declared total and the sites, px. */
  apart: number;
  rowHeight: number;
}

function frameFor(data: TonnesData, size: TonnesSize, form: Form, words: TonnesStrings): Frame {
  const { width, height } = size;
  const { name, pad, top, small, line } = form;
  const [full, phone] = [name === 'full', name === 'phone'];
  const unit = unitOf(data, size, form, words);
  const headingY = top + form.heading * 0.65;
  const findingY = headingY + form.heading * 0.6 + small * 0.8 + (full ? 4 : 0);
  const legend = layoutLegend(unit, phone ? 7 : small, form, width - 2 * pad, words);
  const wide = legend.at(-1)?.text.box.x1 ?? 0;
  const beside = name === 'short' && wide < 0.6 * (width - 2 * pad);
  const legendX = beside ? width - pad - wide : pad;
  const legendY = beside || !form.finding ? findingY : findingY + line + (full ? 6 : 2);
  const foot = layoutFoot(data, size, form, words);
  const bodyTop = legendY + small * 0.6 + (full ? 10 : 4);
  const bodyEnd = height - foot.height;
  const apart = data.declared && !phone ? 6 : 0;
  const room = width - 2 * pad;
  return {
    form,
    heading: {
      key: 'heading',
      kind: 'heading',
      x: pad,
      y: tenth(headingY),
      px: form.heading,
      room: room - BUTTON,
    },
    ...(form.finding && {
      finding: {
        key: 'finding',
        kind: 'note',
        x: pad,
        y: tenth(findingY),
        px: full ? small + 1 : small,
        room: beside ? legendX - pad - 16 : room - (phone ? BUTTON : 0),
      },
    }),
    legend: legend.map((item) => shifted(item, legendX, tenth(legendY))),
    unit,
    foot,
    bodyTop,
    bodyEnd,
    apart,
    rowHeight: (bodyEnd - bodyTop - apart) / Math.max(1, bodyRows(data)),
  };
}

const agentOf = (data: TonnesData) => data.sites.filter(({ kind }) => kind === 'agent');

function amountsOf(data: TonnesData): { all: number; site: number } {
  const site = Math.max(1, ...agentOf(data).flatMap(({ tonnes }) => tonnes ?? []));
  return { site, all: Math.max(site, data.declared?.tonnes ?? 0) };
}

/** Room for the squares of the largest amount; on a phone each site’s day stands right of its squares. */
function squaresRoom(data: TonnesData, width: number, form: Form, words: TonnesStrings): number {
  const columns = columnsOf(agentOf(data), width, form, words);
  const room = columns.end - columns.squares;
  if (form.name !== 'phone') return room;
  const day = Math.max(0, ...data.sites.map(({ finish }) => textWidth(finish?.short ?? '', form.small)));
  const { all, site } = amountsOf(data);
  return Math.min(room, ((room - day - 12) * all) / site);
}

/** Tonnes of a square: as few as make squares that can be counted. */
function unitOf(data: TonnesData, { width }: TonnesSize, form: Form, words: TonnesStrings): number {
  const { all } = amountsOf(data);
  const room = squaresRoom(data, width, form, words);
  let most = form.most;
  while (most > 10 && gridFor(all, unitFor(all, most), room, form.row - 3).side < LEAST) most /= 2;
  return unitFor(all, most);
}

function draw(data: TonnesData, size: TonnesSize, frame: Frame, words: TonnesStrings): TonnesPicture {
  const { form, unit, foot, bodyTop, bodyEnd, apart, rowHeight, heading, finding, legend } = frame;
  const { width, height } = size;
  const agent = agentOf(data);
  const columns = columnsOf(agent, width, form, words);
  const grid = gridFor(
    amountsOf(data).all,
    unit,
    squaresRoom(data, width, form, words),
    rowHeight - (form.name === 'full' ? 12 : 3),
  );
  const space = (index: number): RowSpace => {
    const y0 = bodyTop + index * rowHeight + (index > 0 ? apart : 0);
    const box = { x0: 0, y0: tenth(y0), x1: width, y1: tenth(y0 + rowHeight) };
    return { box, columns, grid, form, words };
  };
  const declared = data.declared && declaredRow(data.declared, space(0));
  const bare = agent.map((site, i) => siteRow(site, space(i + (declared ? 1 : 0))));
  const edge = noteEdge(bare, columns);
  const noted = bare.map((row, i) => ({
    ...row,
    texts: [...row.texts, ...notesBeside(agent[i]!, row, edge, columns, form)],
  }));
  const between = declared ? [tenth(bodyTop + rowHeight + apart / 2)] : [];
  return {
    width,
    height,
    form: form.name,
    grid,
    heading,
    ...(finding && { finding }),
    legend,
    ...(declared && { declared }),
    rows: form.name === 'full' ? noted : bare,
    effluent: foot.effluent,
    why: foot.why,
    rules: [tenth(bodyTop), ...between, tenth(bodyEnd)],
  };
}

/** The words of a day in the slots of a picture. */
export function placeNow(
  { heading, finding, rows, effluent }: TonnesPicture,
  now: TonnesNow,
): { head: PlacedText[]; states: Map<string, PlacedText> } {
  return {
    head: [fill(heading, now.heading), ...(finding ? [fill(finding, now.finding)] : [])],
    states: new Map(
      [...rows, ...effluent.rows].flatMap(({ id, status }) => {
        const site = now.sites.get(id);
        return status && site ? [[id, fill(status, site.words)] as const] : [];
      }),
    ),
  };
}
