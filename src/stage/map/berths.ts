/**
 * Ships in one port at once lie side by side, upright in the picture, as a port plan would show them: their real
 * berths are not known. A ship takes up its berth as it comes near, and leaves it as it goes.
 */

/** Distance between the middles of two ships side by side, px. */
const APART = 14;
/** Within this distance of the port's point a ship turns into its berth, px. */
const NEAR = 30;

export interface Berth {
  /** The end of the voyage's line that lies in the port. */
  end: 'from' | 'to';
  /** px to the right of the port's point. */
  dx: number;
}

/** Which voyages need a berth: those whose ships are in, leave or make for a port another one is in. */
export function berthsOf(
  ships: readonly { id: string; from: string; to: string; inPort: boolean }[],
): Map<string, Berth> {
  const berths = new Map<string, Berth>();
  const ports = new Map<string, { id: string; end: Berth['end']; inPort: boolean }[]>();
  for (const { id, from, to, inPort } of ships) {
    const ends = inPort ? (['to'] as const) : (['from', 'to'] as const);
    for (const end of ends) {
      const port = end === 'from' ? from : to;
      ports.set(port, [...(ports.get(port) ?? []), { id, end, inPort }]);
    }
  }
  for (const calls of ports.values()) {
    if (calls.length < 2) continue;
    calls.forEach(({ id, end }, i) =>
      berths.set(`${id}:${end}`, { end, dx: (i - (calls.length - 1) / 2) * APART }),
    );
  }
  return berths;
}

/** How far a ship has turned into its berth, 0–1, by its distance from the port, px. */
export function berthed(distance: number): number {
  const t = Math.max(0, Math.min(1, 1 - distance / NEAR));
  return t * t * (3 - 2 * t);
}

/** From one heading to another by a share of the shorter turn, degrees. */
export function turn(from: number, to: number, share: number): number {
  const way = ((((to - from) % 360) + 540) % 360) - 180;
  return (from + way * share + 360) % 360;
}
