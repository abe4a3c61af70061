/**
 * The site's sign: a date, and the removal’s square that came after it. Drawn once here;
 * `static/favicon.svg` is the same drawing with the reader's colours, which a test holds together.
 */
import { PALETTE, THREAD_COLOURS } from './palette.ts';
import { renderPng } from './render.ts';

/** On a 32 × 32 grid and in even steps, so that edges fall on whole pixels at 16 px. */
const SIGN = {
  due: 'M4 2h6v28H4z',
  done: 'M16 10h12v12H16z',
} as const;

/** `static/favicon.svg`: transparent, with colours for light and dark browser bars. */
export function faviconSvg(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <style>
    .due { fill: ${PALETTE.ink} }
    .done { fill: ${THREAD_COLOURS.green} }
    @media (prefers-color-scheme: dark) {
      .due { fill: #e9e6df }
      .done { fill: #5cc9b8 }
    }
  </style>
  <path class="due" d="${SIGN.due}" />
  <path class="done" d="${SIGN.done}" />
</svg>
`;
}

/** The sign on paper, for home screens. `inset` is the share of the side left free all round. */
export function iconSvg(inset: number): string {
  const side = 32 / (1 - 2 * inset);
  const from = -(side - 32) / 2;
  const box = [from, from, side, side].map((value) => Math.round(value * 1000) / 1000).join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="${box}"><rect x="-100" y="-100" width="300" height="300" fill="${PALETTE.paper}"/><path fill="${PALETTE.ink}" d="${SIGN.due}"/><path fill="${THREAD_COLOURS.green}" d="${SIGN.done}"/></svg>`;
}

/** Every icon made at build time, by path from the root of the site. */
export async function iconFiles(
  options: { cacheDir?: string } = {},
): Promise<{ path: string; body: Uint8Array }[]> {
  const icons = [
    { path: 'icons/icon-192.png', width: 192, inset: 0.14 },
    { path: 'icons/icon-512.png', width: 512, inset: 0.14 },
    // A launcher may cut a maskable icon to a circle of four fifths of its side.
    { path: 'icons/icon-maskable-512.png', width: 512, inset: 0.25 },
    { path: 'icons/apple-touch-icon.png', width: 180, inset: 0.16 },
  ];
  return Promise.all(
    icons.map(async ({ path, width, inset }) => ({
      path,
      body: await renderPng(iconSvg(inset), { ...options, width }),
    })),
  );
}
