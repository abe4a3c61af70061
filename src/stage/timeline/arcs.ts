/** Arcs from cause to consequence, for what is in focus. */
import { tenth } from '#model/boxes.ts';
import type { PlacedMark } from './marks.ts';

export interface Arc {
  id: string;
  /** Ids of cause and consequence. */
  from: string;
  to: string;
  /** An SVG path, from the cause to the consequence, with a small head there. */
  d: string;
  /** Both ends are in focus. */
  strong: boolean;
}

/** Nearer than this, px, an arc would be a blot; one with an end out of focus needs more room to be worth it. */
const NEAREST = 18;
const NEAREST_WEAK = 40;
/** A cause in focus shows its consequences that are not only if they are this few: else they are a thicket. */
const FEW = 3;
const HEAD = 4;

export function placeArcs(marks: readonly PlacedMark[]): Arc[] {
  const byIndex = new Map(marks.map((mark) => [mark.index, mark]));
  const pairs = marks.flatMap((consequence) =>
    (consequence.mark.links ?? []).flatMap((index) => {
      const cause = byIndex.get(index);
      if (!cause) return [];
      const nearest = cause.focused && consequence.focused ? NEAREST : NEAREST_WEAK;
      return consequence.x - cause.x >= nearest ? [{ cause, consequence }] : [];
    }),
  );
  const fanOut = new Map<PlacedMark, number>();
  for (const { cause, consequence } of pairs) {
    if (!consequence.focused) fanOut.set(cause, (fanOut.get(cause) ?? 0) + 1);
  }
  return pairs
    .filter(
      ({ cause, consequence }) => consequence.focused || (cause.focused && (fanOut.get(cause) ?? 0) <= FEW),
    )
    .map(({ cause, consequence }) => ({
      id: `${cause.mark.id}>${consequence.mark.id}`,
      from: cause.mark.id,
      to: consequence.mark.id,
      d: arcPath(cause, consequence),
      strong: cause.focused && consequence.focused,
    }));
}

/** Leaves and arrives level between lanes; within a lane it bows upwards. */
function arcPath(cause: PlacedMark, consequence: PlacedMark): string {
  const start = cause.length > 0 ? Math.min(cause.length, consequence.x - cause.x - NEAREST) : cause.r + 1;
  const x0 = cause.x + start;
  const x1 = consequence.x - (consequence.length > 0 ? 1 : consequence.r + 2);
  const [y0, y1] = [cause.y, consequence.y];
  const dx = x1 - x0;
  const level = Math.abs(y1 - y0) >= 12;
  const bow = level ? 0 : Math.min(16, 5 + dx / 14);
  const reach = level ? Math.max(dx * 0.5, Math.min(dx, 10)) : dx * 0.3;
  const [cx, cy] = [x1 - reach, y1 - bow];
  const curve = `M${tenth(x0)} ${tenth(y0)}C${tenth(x0 + reach)} ${tenth(y0 - bow)} ${tenth(cx)} ${tenth(cy)} ${tenth(x1)} ${tenth(y1)}`;
  return curve + head(x1, y1, Math.atan2(y1 - cy, x1 - cx));
}

/** Two short strokes that point along `angle`. */
function head(x: number, y: number, angle: number): string {
  const barb = (turn: number): string =>
    `${tenth(x - HEAD * Math.cos(angle + turn))} ${tenth(y - HEAD * Math.sin(angle + turn))}`;
  return `M${barb(0.6)}L${tenth(x)} ${tenth(y)}L${barb(-0.6)}`;
}
