/**
 * What there is to draw at a date, before anyone asks where the ships are. Between two changes (a departure, an
 * arrival, an area that begins or ends) the answer is the same, so it is worked out once for each such stretch of
 * time: a frame only looks up its stretch.
 */
import { DAY_MS } from '#model/dates.ts';
import { voyageState } from '#model/voyage-track.ts';
import type { MapArea, MapData, MapVoyage } from './map-data.ts';

/**
 * What is known of a voyage: not begun; between its published days; in port on its day of arrival; over; long over;
 * or on its way on days that were not published, when the line is shown and no ship.
 */
export type Phase = 'before' | 'past' | 'under-way' | 'in-port' | 'arrived' | 'unpublished';

export interface Slot {
  /** UTC ms, `[start, end)`. */
  start: number;
  end: number;
  /** Those that have begun. */
  voyages: { voyage: MapVoyage; phase: Phase }[];
  areas: MapArea[];
}

/** For so long after its arrival a voyage's line is still shown, ms: some three months. */
const REMEMBERED = 90 * DAY_MS;

interface Timetable {
  /** When something changes, UTC ms, ascending. */
  times: number[];
  slots: (Slot | undefined)[];
}

type Source = Pick<MapData, 'voyages' | 'areas'>;
const kept = new WeakMap<Source, Timetable>();

/** When the line of a voyage without a published departure begins to be shown: the ship's last arrival before. */
function lineFrom(voyage: MapVoyage, voyages: readonly MapVoyage[]): number {
  if (voyage.depart) return voyage.depart.start;
  const until = voyage.arrive?.start ?? Infinity;
  const before = voyages.flatMap(({ ship, id, arrive }) =>
    ship === voyage.ship && id !== voyage.id && arrive && arrive.start < until ? [arrive.end] : [],
  );
  return before.length ? Math.max(...before) : until;
}

/** When it ceases to be on its way: as its state says, or as the same ship leaves again. */
function lineTo(voyage: MapVoyage, voyages: readonly MapVoyage[]): number {
  if (voyage.arrive) return Infinity;
  const from = voyage.depart?.start ?? Infinity;
  const after = voyages.flatMap(({ ship, id, depart }) =>
    ship === voyage.ship && id !== voyage.id && depart && depart.start > from ? [depart.start] : [],
  );
  return Math.min(Infinity, ...after);
}

function phaseAt(voyage: MapVoyage, voyages: readonly MapVoyage[], ms: number): Phase {
  const { depart, arrive } = voyage;
  const { kind } = voyageState(voyage, { ms, offset: 0 });
  if (kind === 'arrived') {
    if (arrive && ms >= arrive.end + REMEMBERED) return 'past';
    return depart && arrive && ms < arrive.end ? 'in-port' : 'arrived';
  }
  if (kind !== 'unpublished') return kind;
  if (ms < lineFrom(voyage, voyages)) return 'before';
  return ms < lineTo(voyage, voyages) ? 'unpublished' : 'past';
}

function timetableOf(data: Source): Timetable {
  let table = kept.get(data);
  if (!table) {
    const { voyages, areas } = data;
    const times = [
      ...voyages.flatMap((voyage) => [
        lineFrom(voyage, voyages),
        lineTo(voyage, voyages),
        voyage.arrive?.start ?? Infinity,
        voyage.arrive?.end ?? Infinity,
        (voyage.arrive?.end ?? Infinity) + REMEMBERED,
        // A leg within one day arrives when the day ends; escorts may join on a later day.
        voyage.escortsFrom?.start ?? Infinity,
      ]),
      ...areas.flatMap(({ from, to }) => [from.start, to.end]),
    ];
    const sorted = [...new Set(times.filter(Number.isFinite))].sort((a, b) => a - b);
    kept.set(data, (table = { times: [-Infinity, ...sorted], slots: [] }));
  }
  return table;
}

/** The stretch of time that holds an instant; the same object for every instant in it. */
export function slotAt(data: Source, ms: number): Slot {
  const { times, slots } = timetableOf(data);
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((times[middle] as number) <= ms) low = middle;
    else high = middle - 1;
  }
  let slot = slots[low];
  if (!slot) {
    const start = times[low] as number;
    // Before the first change nothing has begun; any instant there will do.
    const inside = Number.isFinite(start) ? start : (times[1] ?? 0) - 1;
    const phases = data.voyages.map((voyage) => ({ voyage, phase: phaseAt(voyage, data.voyages, inside) }));
    const sailing = new Set(
      phases.flatMap(({ voyage, phase }) => (phase === 'under-way' ? voyage.ship : [])),
    );
    slots[low] = slot = {
      start,
      end: times[low + 1] ?? Infinity,
      voyages: phases
        .filter(({ phase }) => phase !== 'before')
        // A ship that has left again is in no port.
        .map(({ voyage, phase }) => ({
          voyage,
          phase: phase === 'in-port' && sailing.has(voyage.ship) ? 'arrived' : phase,
        })),
      areas: data.areas.filter(({ from, to }) => inside >= from.start && inside < to.end),
    };
  }
  return slot;
}
