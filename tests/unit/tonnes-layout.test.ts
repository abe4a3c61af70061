/** The picture of the tonnes: squares are the stated tonnes, nothing is a remainder, no text meets another. */
import { describe, expect, it } from 'vitest';
import { overlaps, within, type Box } from '#model/boxes.ts';
import { layoutTonnes, placeNow, type TonnesPicture } from '#stage/tonnes/layout.ts';
import type { TonnesRow } from '#stage/tonnes/rows.ts';
import { tonnesNow } from '#stage/tonnes/now.ts';
import { gridFor, layoutSquares, unitFor } from '#stage/tonnes/squares.ts';
import { data, DAYS, numbersIn, said, SIZES, total, why } from './tonnes-fixture.ts';

const made = data();
const pictures = SIZES.map(([width, height]) => layoutTonnes(made, { width, height }));
const named = pictures.map((picture) => [`${picture.width} × ${picture.height}`, picture] as const);
const all = (picture: (typeof pictures)[number]): TonnesRow[] => [
  ...(picture.declared ? [picture.declared] : []),
  ...picture.rows,
  ...picture.effluent.rows,
];

describe('squares', () => {
  it.each(named)('at %s are as many as the stated tonnes', (_, { grid, rows, declared }) => {
    const { unit } = grid;
    for (const site of said.filter(({ kind }) => kind === 'agent')) {
      const squares = rows.find(({ id }) => id === site.id)?.squares;
      if (site.tonnes === undefined) {
        expect(squares, site.id).toBeUndefined();
        continue;
      }
      expect((squares!.whole + squares!.part) * unit).toBeCloseTo(site.tonnes, 6);
      // What is drawn is what was counted, the last one as far as it goes.
      const widths = [...squares!.d.matchAll(/h([\d.]+)v/g)].map(([, width]) => Number(width) + 1);
      expect(widths).toHaveLength(Math.ceil(site.tonnes / unit));
      expect(widths.filter((width) => width === grid.side)).toHaveLength(squares!.whole);
      if (squares!.part * grid.side > 1) expect(widths.at(-1)).toBeCloseTo(squares!.part * grid.side, 0);
    }
    expect(declared?.squares && (declared.squares.whole + declared.squares.part) * unit).toBeCloseTo(
      total.value,
      6,
    );
  });

  it.each(named)('at %s fit their rows, large enough to be counted', (_, { rows, declared, grid, width }) => {
    expect(grid.side).toBeGreaterThanOrEqual(5);
    for (const { id, box, squares } of [...rows, declared!]) {
      if (squares) expect(within(squares.box, { ...box, x1: width - 8 }), id).toBe(true);
    }
  });

  it('no row but those of stated agent and of the total has any: none is what is left over', () => {
    const stated = said.filter(({ kind, tonnes }) => kind === 'agent' && tonnes !== undefined);
    for (const picture of pictures) {
      const withSquares = all(picture).filter(({ squares }) => squares);
      expect(withSquares.map(({ id }) => id).sort()).toEqual(
        ['declared', ...stated.map(({ id }) => id)].sort(),
      );
    }
  });

  it('effluent has a ring of one size whatever its tonnes', () => {
    for (const { effluent } of pictures) {
      expect(effluent.rows.map(({ id }) => id).sort()).toEqual(
        said.flatMap(({ id, kind }) => (kind === 'effluent' ? [id] : [])).sort(),
      );
      for (const row of effluent.rows) {
        expect(row.squares).toBeUndefined();
        expect(row.ring).toBeDefined();
      }
    }
  });

  it('come in a round unit that keeps their number in bounds', () => {
    expect(unitFor(1300, 140)).toBe(10);
    expect(unitFor(1300, 70)).toBe(20);
    expect(unitFor(7, 140)).toBe(0.05);
    expect(layoutSquares(0.3, gridFor(1, 0.1, 200, 20), 0, 0)).toMatchObject({ whole: 3, part: 0 });
  });
});

describe('texts', () => {
  /** What meets, or is cut, on any of the days. */
  function faults(picture: TonnesPicture): string[] {
    const stage: Box = { x0: 0, y0: 0, x1: picture.width, y1: picture.height };
    const still = [
      ...all(picture).flatMap(({ texts }) => texts),
      ...picture.legend.map(({ text }) => text),
      ...picture.effluent.texts,
      ...picture.why,
    ];
    const drawn: [string, Box][] = [
      ['button', { x0: picture.width - 72, y0: 0, x1: picture.width, y1: 31 }],
      ...picture.legend.map(({ state, squares }): [string, Box] => [`legend ${state}`, squares.box]),
      ...all(picture).flatMap(({ id, squares }): [string, Box][] =>
        squares ? [[`squares of ${id}`, squares.box]] : [],
      ),
    ];
    return DAYS.flatMap((day) => {
      const { head, states } = placeNow(picture, tonnesNow(made, day));
      const texts = [...head, ...states.values(), ...still];
      const boxes = [...texts.map(({ text, box }): [string, Box] => [text, box]), ...drawn];
      return [
        ...texts.filter(({ px }) => px < 12).map(({ text }) => `${day}: small: ${text}`),
        ...boxes.flatMap(([text, box]) => (within(box, stage) ? [] : [`${day}: cut: ${text}`])),
        ...boxes.flatMap(([a, box], i) =>
          boxes.slice(i + 1).flatMap(([b, other]) => (overlaps(box, other) ? [`${day}: ${a} | ${b}`] : [])),
        ),
      ];
    });
  }

  it.each(named)(
    'at %s neither meet one another nor the squares, and none is cut, on any day',
    (_, picture) => {
      expect(faults(picture)).toEqual([]);
    },
  );

  it('nor on other stages, down to the smallest phone', () => {
    for (const width of [320, 360, 390, 430, 559, 560, 700, 820, 1000, 1280]) {
      for (const height of [230, 265, 330, 380, 460, 555, 640, 850]) {
        expect(faults(layoutTonnes(made, { width, height })), `${width} × ${height}`).toEqual([]);
      }
    }
  });

  it.each(named)('at %s have the day in the heading and “our sum” beside the sum', (_, picture) => {
    for (const day of DAYS.slice(0, -1)) {
      const { head } = placeNow(picture, tonnesNow(made, day));
      expect(head[0]!.text).toContain(day.slice(0, 4));
      if (/\d/.test(head[1]!.text)) expect(head[1]!.text).toContain('our sum');
    }
  });

  it.each(named)('at %s say “not stated” where no source states it, and give no number', (_, picture) => {
    const silent = said.filter(({ tonnes }) => tonnes === undefined);
    expect(silent.map(({ country }) => country)).toEqual(['Finland']);
    for (const { id, detail, note } of silent) {
      const texts = picture.rows.find((row) => row.id === id)!.texts.map(({ text }) => text);
      expect(texts).toContain('not stated');
      // Days and years of its own caveat are all the numbers there are, and how many sources found no room.
      const own = numbersIn(`${detail} ${note}`);
      const numbers = numbersIn(texts.filter((text) => !text.endsWith(' more')).join(' '));
      expect(numbers.filter((number) => !own.includes(number))).toEqual([]);
    }
  });

  it.each(named)('at %s tell why the parts are not added up', (_, { why: lines }) => {
    const text = lines.map((line) => line.text).join(' ');
    expect(text).toContain(why.split('. ')[0]!);
  });

  it.each(named)('at %s print no number that is neither in the data nor the labelled sum', (_, picture) => {
    const known = new Set([
      ...numbersIn(JSON.stringify(said)),
      ...said.flatMap(({ start, finish, endedBy }) =>
        [start, finish, endedBy].flatMap((date) => (date ? date.split('-').map(Number) : [])),
      ),
      ...numbersIn(JSON.stringify(total)),
      total.value,
      picture.grid.unit,
    ]);
    for (const day of DAYS.slice(0, -1)) {
      const now = tonnesNow(made, day);
      const { head, states } = placeNow(picture, now);
      expect(numbersIn(head[0]!.text)).toEqual([Number(day.slice(8)), Number(day.slice(0, 4))]);
      expect(numbersIn(head[1]!.text)).toEqual(now.sum > 0 ? [now.sum] : []);
      const others = [
        ...states.values(),
        ...all(picture).flatMap(({ texts }) => texts),
        ...picture.why,
        ...picture.effluent.texts,
        ...picture.legend.map(({ text }) => text),
      ].map(({ text }) => text.replace(/\d+ more$/, ''));
      expect(others.flatMap(numbersIn).filter((number) => !known.has(number))).toEqual([]);
    }
  });
});

describe('rows', () => {
  it.each(named)('at %s are a finger high and do not overlap', (_, picture) => {
    const rows = [...picture.rows, ...picture.effluent.rows];
    for (const { id, box } of rows) expect(box.y1 - box.y0, id).toBeGreaterThanOrEqual(24 - 0.1);
    const clashes = rows.flatMap(({ id, box }, i) =>
      rows.slice(i + 1).flatMap((other) => (overlaps(box, other.box) ? [`${id} ${other.id}`] : [])),
    );
    expect(clashes).toEqual([]);
  });
});
