/** The picture for a step about the chart: the last announced share, as squares out of a hundred. */
import { formatCivil } from '#model/dates.ts';
import { formatValue, newest, readings, type Reading } from '#model/series.ts';
import type { Series, Story } from '#model/story.ts';
import { escapeHtml } from '../head/html.ts';
import { MOTIF } from './card.ts';
import type { CardFonts, Face } from './fonts.ts';
import { PALETTE, THREAD_COLOURS } from './palette.ts';
import { wrap } from './wrap.ts';

const STRINGS = { percent: 'percent', about: 'about', asOf: 'As of' } as const;
const MARGIN = 56;
/** Squares of 26 px with 4 px between them. */
const CELL = 26;
const PITCH = 30;

/** The newest announced share on a civil date (`YYYY-MM-DD`), if any had been announced by then. */
export function shareOn(story: Story, day: string): Reading<Series> | undefined {
  const charted = story.series.filter((series) => series.charted);
  return newest(readings(charted, day).filter(({ series }) => series.unit === 'percent'));
}

/** SVG of the size of {@link MOTIF}. */
export function sharePicture({ series, point }: Reading<Series>, fonts: CardFonts): string {
  const width = MOTIF.width - 2 * MARGIN;
  const text = (words: string, y: number, face: Face, size: number, fill: string): string =>
    `<text x="${MARGIN}" y="${y}" font-family="${fonts.metrics[face].family}" font-weight="${face.endsWith('bold') ? (face === 'sans-bold' ? 600 : 700) : 400}" font-size="${size}" fill="${fill}">${escapeHtml(words)}</text>`;
  const about = point.approximate ? `${STRINGS.about} ` : '';
  const measure = (words: string): number => fonts.metrics.sans.width(words) * 20;
  const basis = wrap(series.basis, { width, measure, maxLines: 4 });
  const parts = [
    `<rect width="${MOTIF.width}" height="${MOTIF.height}" fill="${PALETTE.land}"/>`,
    text(`${about}${formatValue(point)} ${STRINGS.percent}`, 108, 'serif-bold', 58, THREAD_COLOURS.green),
  ];
  const top = 130;
  for (let index = 0; index < 100; index++) {
    // From the bottom up, row by row, as a store is emptied into a hold.
    const x = MARGIN + (index % 10) * PITCH;
    const y = top + (9 - Math.floor(index / 10)) * PITCH;
    const full = Math.max(0, Math.min(1, point.value - index));
    parts.push(
      `<rect x="${x}" y="${y}" width="${CELL}" height="${CELL}" fill="${PALETTE.paper}" stroke="${PALETTE.border}"/>`,
    );
    if (full > 0) {
      parts.push(
        `<rect x="${x}" y="${y}" width="${Math.round(CELL * full)}" height="${CELL}" fill="${THREAD_COLOURS.green}"/>`,
      );
    }
  }
  let y = top + 10 * PITCH + 28;
  parts.push(text(series.label, y, 'sans-bold', 24, PALETTE.ink));
  for (const words of basis) parts.push(text(words, (y += 26), 'sans', 20, PALETTE.ink));
  parts.push(
    text(`${STRINGS.asOf} ${formatCivil(point.date)}, ${point.by}`, y + 29, 'sans', 18, PALETTE.inkSoft),
  );
  return parts.join('');
}
