/**
 * Advance widths from a TrueType file: enough of `head`, `hhea`, `hmtx` and `cmap` to break lines as they will
 * be drawn. Kerning is left out; it narrows text, so a line never comes out wider than measured here by much.
 */

export interface FontMetrics {
  /** The family the file calls itself by, which is what drawing programs look it up under. */
  family: string;
  /** Width of a text in em. Characters that the font lacks count as one em. */
  width(text: string): number;
  /** Whether the font has a glyph for every character (spaces and joiners aside). */
  covers(text: string): boolean;
}

export function readMetrics(font: Uint8Array): FontMetrics {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = tableOffsets(view);
  const at = (name: string): number => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`the font has no table “${name}”`);
    return offset;
  };
  const unitsPerEm = view.getUint16(at('head') + 18);
  const longMetrics = view.getUint16(at('hhea') + 34);
  const hmtx = at('hmtx');
  const glyphOf = characterMap(view, at('cmap'));
  // Glyphs after the last long entry all have its width.
  const advance = (glyph: number): number => view.getUint16(hmtx + Math.min(glyph, longMetrics - 1) * 4);
  return {
    family: familyName(view, at('name')),
    width(text) {
      let units = 0;
      for (const char of text) {
        const glyph = glyphOf(char.codePointAt(0) as number);
        units += glyph === 0 ? unitsPerEm : advance(glyph);
      }
      return units / unitsPerEm;
    },
    covers(text) {
      return [...text].every(
        (char) => /[\s\p{Cf}]/u.test(char) || glyphOf(char.codePointAt(0) as number) !== 0,
      );
    },
  };
}

function tableOffsets(view: DataView): Map<string, number> {
  const offsets = new Map<string, number>();
  const count = view.getUint16(4);
  for (let index = 0; index < count; index++) {
    const record = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    offsets.set(name, view.getUint32(record + 8));
  }
  return offsets;
}

/** The typographic family (name 16) where there is one, else the family (name 1). */
function familyName(view: DataView, table: number): string {
  const count = view.getUint16(table + 2);
  const strings = table + view.getUint16(table + 4);
  const names = new Map<number, string>();
  for (let index = 0; index < count; index++) {
    const record = table + 6 + index * 12;
    const windows = view.getUint16(record) === 3;
    if (!windows) continue;
    const start = strings + view.getUint16(record + 10);
    const units = Array.from({ length: view.getUint16(record + 8) / 2 }, (_, at) =>
      view.getUint16(start + at * 2),
    );
    names.set(view.getUint16(record + 6), String.fromCharCode(...units));
  }
  return names.get(16) ?? names.get(1) ?? '';
}

/** Reads format 4, the one for the Basic Multilingual Plane that every font has; 0 means “no glyph”. */
function characterMap(view: DataView, cmap: number): (code: number) => number {
  const count = view.getUint16(cmap + 2);
  const subtables = Array.from(
    { length: count },
    (_, index) => cmap + view.getUint32(cmap + 4 + index * 8 + 4),
  );
  const table = subtables.find((offset) => view.getUint16(offset) === 4);
  if (table === undefined) throw new Error('the font has no character map of format 4');
  const segments = view.getUint16(table + 6) / 2;
  const ends = table + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  return (code) => {
    if (code > 0xffff) return 0;
    for (let index = 0; index < segments; index++) {
      if (code > view.getUint16(ends + index * 2)) continue;
      const start = view.getUint16(starts + index * 2);
      if (code < start) return 0;
      const delta = view.getUint16(deltas + index * 2);
      const range = view.getUint16(ranges + index * 2);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = view.getUint16(ranges + index * 2 + range + (code - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
