/** What of the map is emphasised for a moment, by the ids the host lights. */
import { toScreen, type PlanePoint } from '#model/projection.ts';
import type { Ref } from '#model/scene.ts';
import type { PlacedLabel } from './labels.ts';
import type { DrawnLabel, MapLayout } from './layout.ts';
import type { MapData } from './map-data.ts';
import type { Moment } from './moment.ts';
import { pinOf, type Pin } from './pins.ts';
import { placeNames } from './ship-names.ts';

export interface Emphasis {
  /** Events, places, voyages and areas: what is lit, and the places of lit events. */
  refs: ReadonlySet<Ref>;
  /** Marks, the extra ones included. */
  pins: ReadonlySet<string>;
  /** Marks of lit places that the scene does not show, with their names. */
  extra: readonly (Pin & { text: string })[];
}

/** How far a lit mark's ring reaches beyond it, px. */
const GLOW = 6;

const NOTHING: Emphasis = { refs: new Set(), pins: new Set(), extra: [] };

export function litOn(
  data: Pick<MapData, 'events' | 'places'>,
  layout: MapLayout,
  lit: ReadonlySet<Ref>,
): Emphasis {
  if (lit.size === 0) return NOTHING;
  const refs = new Set([...lit].flatMap((ref) => [ref, ...(data.events[ref] ?? [])]));
  const pins = new Set<string>();
  const extra: (Pin & { text: string })[] = [];
  const { view, size, standing } = layout;
  const screen = (point: PlanePoint): [number, number] => toScreen(view, size, point);
  const shown = new Set(layout.pins.map(({ id }) => id));
  for (const place of data.places) {
    if (!refs.has(place.id)) continue;
    const stand = standing.get(place.id)?.id;
    pins.add(stand !== undefined && shown.has(stand) ? stand : place.id);
    if (stand !== undefined && shown.has(stand)) continue;
    const pin = pinOf(place, true, screen);
    if (pin.x > 0 && pin.y > 0 && pin.x < size.width && pin.y < size.height)
      extra.push({ ...pin, text: place.label });
  }
  return { refs, pins, extra };
}

/** The names of the extra marks that find room. */
export function litNames(
  { extra }: Pick<Emphasis, 'extra'>,
  { frame, taken, textSize, measure }: MapLayout,
  { names }: Pick<Moment, 'names'>,
): PlacedLabel[] {
  if (extra.length === 0) return [];
  const named = extra.map(({ id, text, x, y, radius }) => ({
    id: `lit:${id}`,
    text,
    x,
    y,
    radius: radius + GLOW,
    heading: 0,
  }));
  return placeNames(named, [...taken, ...names.map(({ box }) => box)], frame, textSize, measure);
}

export function litLabel({ id, kind }: DrawnLabel, { refs, pins }: Emphasis): boolean {
  return kind === 'area' ? refs.has(id.slice('area:'.length)) : pins.has(id);
}
