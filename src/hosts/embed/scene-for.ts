/** The scene of a single view for what its address or its host asks for. */
import { DAY_MS } from '#model/dates.ts';
import type { Instant, Ref, Scene } from '#model/scene.ts';
import type { EmbedData } from './embed-data.ts';

export interface Asked {
  step?: string;
  at?: Instant;
  /** UTC ms. */
  from?: number;
  to?: number;
  event?: Ref;
}

/** UTC days since 1970 on which events happened or began. */
export type EventDays = Readonly<Record<Ref, number>>;

/** Noon of a day, so that it is the same day in most of the world. */
const noon = (day: number): Instant => ({ ms: (day + 0.5) * DAY_MS, offset: 0 });

/** The date within the period, moved to its nearer end if need be. */
export function within({ ms, offset }: Instant, [from, to]: Scene['span']): Instant {
  return ms < from ? { ms: from, offset: 0 } : ms >= to ? { ms: to - 1, offset: 0 } : { ms, offset };
}

/**
 * A step's scene or the view's own, with dates put in their place. A period wins over a date outside of it, a date
 * over that of an event.
 * @param call the scene an event is called up in
 */
export function sceneFor(
  { scene: own, steps }: EmbedData,
  { step, at, from, to, event }: Asked,
  days: EventDays,
  call: (event: Ref, from: Scene) => Scene = (ref, base) => ({ ...base, focus: [ref] }),
): Scene {
  const base = steps.find(({ id }) => id === step)?.scene ?? own;
  const called = event === undefined ? base : call(event, base);
  const day = event === undefined ? undefined : days[event];
  const when = at ?? (day === undefined ? called.at : noon(day));
  // Without a period of its own the view makes room for the date.
  const roomy: [number, number] = [
    Math.min(called.span[0], when.ms - 3 * DAY_MS),
    Math.max(called.span[1], when.ms + 3 * DAY_MS),
  ];
  const asked: [number, number] = [from ?? roomy[0], to ?? roomy[1]];
  const span = asked[0] < asked[1] ? asked : roomy;
  return { ...called, span, at: within(when, span) };
}
