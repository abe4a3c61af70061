/**
 * How wide a text will be in Source Sans 3, without a DOM: labels are laid out on the server and in the browser
 * by the same arithmetic, before any font has arrived.
 */

/** Advance widths of U+0020–U+007E in hundredths of an em, two base-36 digits each, from the fonts' hmtx tables. */
const ADVANCES = {
  regular:
    '0k0t171e1e2b1p0p0v0v161e0p0w0p0z1e1e1e1e1e1e1e1e1e1e0p0p1e1e1e172d1j1n1m1q1h1e1q1u0r1c1m1d211t1v1l1v1l1i1i1t1g271g1c1i0v0z0v1e1e1j1f1k1a1k1e0u1f1j0p0p1e0q2b1j1j1k1k0z160y1j1b20191b170v0p0v1e',
  semibold:
    '0k0w1d1g1g2d1s0s0x0x181g0s0x0s0z1g1g1g1g1g1g1g1g1g1g0s0s1g1g1g192g1k1o1m1r1i1f1r1v0t1e1o1f231u1w1n1w1o1j1j1u1i281j1f1i0x0z0x1g1e1j1g1l1b1l1f0w1g1k0r0r1h0s2d1l1j1l1l1218111k1e231d1e190x0q0x1g',
};

/** The same for the marks and letters beyond ASCII that stories use; accented letters count as their base. */
const BEYOND: Record<string, number> = {
  '–': 0.48, '—': 0.8, '…': 0.97, '‘': 0.28, '’': 0.28, '“': 0.49, '”': 0.49, '·': 0.28, '•': 0.33,
  '×': 0.52, '−': 0.52, '±': 0.52, '°': 0.35, '½': 0.83, '\u00a0': 0.2, '\u202f': 0.2, '\u2009': 0.2,
  ø: 0.55, Ø: 0.68, ß: 0.61, æ: 0.78, Æ: 0.84, œ: 0.84, Œ: 0.86, ł: 0.33, Ł: 0.53, đ: 0.57, ı: 0.27, þ: 0.57,
}; // prettier-ignore

/** Room for a fallback face that is not quite as narrow, and for rounding. */
const SAFETY = 1.04;
const FIRST = 0x20;
const LAST = 0x7e;
/** East Asian scripts set one em a character; nearly everything else is narrower than this fraction. */
const WIDE_FROM = 0x2e80;
const UNKNOWN = 0.68;

const decoded = new Map<string, number[]>();

function advances(face: keyof typeof ADVANCES): number[] {
  let table = decoded.get(face);
  if (!table) {
    table = (ADVANCES[face].match(/../g) as string[]).map((pair) => parseInt(pair, 36) / 100);
    decoded.set(face, table);
  }
  return table;
}

/**
 * Width of `text` in CSS px at a font size of `px`, never less than what Source Sans 3 takes.
 * @param weight 400 by default; from 500 on the semibold widths are used, from 700 on a little more.
 */
export function textWidth(text: string, px: number, weight = 400): number {
  const table = advances(weight >= 500 ? 'semibold' : 'regular');
  let em = 0;
  for (const char of text.normalize('NFD')) {
    const code = char.codePointAt(0) as number;
    if (code >= 0x300 && code <= 0x36f) continue; // a combining accent takes no room of its own
    if (code >= FIRST && code <= LAST) em += table[code - FIRST] as number;
    else em += BEYOND[char] ?? (code >= WIDE_FROM ? 1 : UNKNOWN);
  }
  return em * px * SAFETY * (weight >= 700 ? 1.03 : 1);
}
