/** Under the rows: why the sites are not added up, and effluent, in words. */
import { tenth } from '#model/boxes.ts';
import { textWidth } from '#model/text-width.ts';
import { TARGET, type Form, type TonnesSize } from './forms.ts';
import type { TonnesRow } from './rows.ts';
import type { TonnesStrings } from './strings.ts';
import { fitText, place, publishers, wrapText, type PlacedText } from './texts.ts';
import type { TonnesData, TonnesSite } from './tonnes-data.ts';

/** Radius of the ring of an effluent, px: one size, whatever the tonnes. */
export const RING = 4.5;
/** Between the items of a phone’s line, px. */
const GAP = 8;

export interface Foot {
  height: number;
  why: PlacedText[];
  effluent: { texts: PlacedText[]; rows: TonnesRow[] };
}

export function layoutFoot(
  data: TonnesData,
  { width, height }: TonnesSize,
  form: Form,
  words: TonnesStrings,
): Foot {
  const { name: kind, pad, small, line } = form;
  const effluents = data.sites.filter(({ kind }) => kind === 'effluent');
  const note = data.declared?.note ?? '';
  const whole = [data.declared?.caveat, note].filter(Boolean).join(' ');
  if (kind === 'phone') return phoneFoot(note, effluents, width, height, form, words);
  const split = effluents.length > 0 && note !== '';
  const column = split ? (width - 2 * pad - 28) / 2 : width - 2 * pad;
  const why = note === '' ? [] : wrapText(whole, small, column);
  const padding = kind === 'full' ? 9 : 6;
  const content = Math.max(why.length * line, effluents.length > 0 ? line + effluents.length * TARGET : 0);
  const total = padding + content + (kind === 'full' ? 12 : 5);
  const top = height - total + padding + line / 2;
  const x = split ? pad + column + 28 : pad;
  const heading = fitText(words.effluent, small, column, 'name');
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
  { pad, small, line, why: told }: Form,
  words: TonnesStrings,
): Foot {
  const room = width - 2 * pad;
  // A whole sentence or none: half a reason is none.
  const sentences = [note, note.split(/(?<=\.) /)[0] ?? ''].map((text) => wrapText(text, small, room));
  const why =
    note === '' || !told ? [] : (sentences.find((lines) => lines.length <= 2) ?? sentences[1] ?? []);
  const last = height - TARGET / 2;
  const items = effluents.map((site) => {
    const { label, tonnes, approximate } = site;
    const amount = tonnes === undefined ? words.notStated : words.tonnesShort(tonnes, approximate);
    return { site, text: words.item(label, amount) };
  });
  const wide = items.reduce((sum, { text }) => sum + textWidth(text, small) + 2 * RING + GAP + 5, 0);
  const heading = fitText(words.effluent.slice(1), small, room - wide, 'name');
  const texts = items.length > 0 ? [place('effluent', 'name', heading, pad, last, small)] : [];
  let x = (texts[0]?.box.x1 ?? pad) + GAP;
  const rows = items.map(({ site, text: item }): TonnesRow => {
    const text = place(`${site.id} name`, 'note', item, x + 2 * RING + 5, last, small);
    const box = { x0: x - 2, y0: height - TARGET, x1: text.box.x1 + 2, y1: height };
    const ring = { x: tenth(x + RING), y: last };
    x = text.box.x1 + GAP;
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
