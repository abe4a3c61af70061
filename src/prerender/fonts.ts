/** The fonts, copied from their packages under fixed names, and how pages name them: in code, or in a sheet. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Face {
  family: string;
  /** A file of a Fontsource package (SIL Open Font License 1.1), latin subset. */
  from: string;
  to: string;
  weight: string;
  style: 'normal' | 'italic';
}

const FACES: Face[] = [
  {
    family: 'Source Serif 4',
    from: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    to: 'serif.woff2',
    weight: '200 900',
    style: 'normal',
  },
  {
    // A static cut: the variable italic weighs 52 kB and the story has few italics.
    family: 'Source Serif 4',
    from: '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2',
    to: 'serif-italic.woff2',
    weight: '400',
    style: 'italic',
  },
  {
    family: 'Source Sans 3',
    from: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
    to: 'sans.woff2',
    weight: '200 900',
    style: 'normal',
  },
];

/** Google's latin subset, which the files of Fontsource cover. */
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';

/** Rules for all faces; `address` says where the file of each is. */
function rules(address: (face: Face) => string): string {
  return FACES.map(
    (face) =>
      `@font-face{font-family:'${face.family}';font-style:${face.style};font-weight:${face.weight};font-display:swap;src:url(${address(face)}) format('woff2');unicode-range:${LATIN}}`,
  ).join('\n');
}

const read = ({ from }: Face): Buffer => readFileSync(createRequire(import.meta.url).resolve(from));

/** Hands every font file and `fonts/fonts.css` to `write`. */
export function copyFonts(write: (path: string, body: string | Uint8Array) => void): void {
  for (const face of FACES) write(`fonts/${face.to}`, read(face));
  write('fonts/fonts.css', `${rules(({ to }) => to)}\n`);
}

/**
 * Code that brings the fonts into a page at once. Named in a sheet, they would lay out the whole page anew three times:
 * when the sheet arrives and with either file. The italic, which few pages show at first, is loaded where it is used.
 * Makes the promise `fonts`, kept when they are there or cannot be had.
 * @param root relative prefix from the page to the site's root
 */
export function fontsCode(root: string): string {
  const faces = FACES.map(({ family, to, weight, style }) => [
    family,
    `url(${root}fonts/${to})`,
    { weight, style },
  ]);
  return `var faces=${JSON.stringify(faces)}.map(function(f){f[2].display='swap';f[2].unicodeRange='${LATIN}';return new FontFace(f[0],f[1],f[2])}),add=function(){faces.forEach(function(f){document.fonts.add(f)})},fonts=Promise.all(faces.map(function(f){return f.style==='italic'||f.load()})).then(add,add);`;
}

/** The sheet with the fonts in it. */
export function inlineFonts(): string {
  return rules((face) => `data:font/woff2;base64,${read(face).toString('base64')}`);
}
