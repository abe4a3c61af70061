/** Pointers and the wheel on the map: drag, pinch, wheel, double click. */
import { placeOf, pointIn } from '../../place.ts';
import { wheelFactor, type Point } from './zoom.ts';

export interface Grips {
  /** Points of the map are taken from where they were at the beginning of a drag to where they are now, px. */
  drag(from: readonly Point[], to: readonly Point[]): void;
  /** A drag, or another part of one, begins. */
  grip(): void;
  /** Closer at a point by a factor, as part of a movement. */
  wheel(point: Point, factor: number): void;
  /** Closer at a point by a factor, in one step. */
  step(point: Point, factor: number): void;
  /** The movement is over. */
  rest(): void;
  /** Something else has taken the camera: the movement is over, without more to be told. */
  lost(): boolean;
}

/** A press that moves no farther than this is none, px. */
const SLOP = 4;
/** A wheel that has stood still for so long rests, ms. */
const WHEEL_REST = 180;
/** One double click. */
const STEP = 2;

/** Listens on the map; what carries `data-controls` keeps its presses. Returns what takes the listeners off. */
export function grips(node: HTMLElement, { drag, grip, wheel, step, rest, lost }: Grips): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const down = new Map<number, Point>();
  let from: readonly Point[] = [];
  let dragging = false;
  /** A drag has just ended: its click is none. */
  let dragged = false;
  let turning = 0;

  const at = (event: MouseEvent): Point => pointIn(placeOf(node), event);
  const onControls = ({ target }: Event): boolean => (target as Element).closest('[data-controls]') !== null;
  const points = (): Point[] => [...down.values()].slice(0, 2);
  const take = (): void => {
    from = points();
    if (dragging) grip();
  };
  const drop = (): void => {
    down.clear();
    dragging = false;
  };

  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || onControls(event)) return;
    if (event.isPrimary) drop();
    dragged = false;
    down.set(event.pointerId, at(event));
    take();
  };
  const onMove = (event: PointerEvent): void => {
    if (!down.has(event.pointerId)) return;
    // Let go where nobody saw it.
    if (event.buttons === 0) return onUp(event);
    if (dragging && lost()) return drop();
    down.set(event.pointerId, at(event));
    const to = points();
    if (!dragging) {
      const far = to.some(([x, y], i) => Math.hypot(x - from[i]![0], y - from[i]![1]) >= SLOP);
      if (!far && to.length < 2) return;
      dragging = dragged = true;
      clearTimeout(turning);
      for (const id of down.keys()) node.setPointerCapture(id);
      return take();
    }
    drag(from, to);
  };
  const onUp = ({ pointerId }: PointerEvent): void => {
    if (!down.delete(pointerId)) return;
    if (down.size > 0) return take();
    if (!dragging) return;
    dragging = false;
    if (!lost()) rest();
  };
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    if (dragging || event.deltaY === 0) return;
    clearTimeout(turning);
    wheel(at(event), wheelFactor(event));
    turning = window.setTimeout(() => lost() || rest(), WHEEL_REST);
  };
  const onDouble = (event: MouseEvent): void => {
    if (onControls(event) || (event.target as Element).closest('button, [data-voyage]')) return;
    step(at(event), event.shiftKey ? 1 / STEP : STEP);
  };
  const onClick = (event: MouseEvent): void => {
    if (!dragged || onControls(event)) return;
    dragged = false;
    event.stopPropagation();
    event.preventDefault();
  };

  node.addEventListener('pointerdown', onDown, { signal });
  node.addEventListener('pointermove', onMove, { signal });
  node.addEventListener('pointerup', onUp, { signal });
  node.addEventListener('pointercancel', onUp, { signal });
  node.addEventListener('wheel', onWheel, { signal, passive: false });
  node.addEventListener('dblclick', onDouble, { signal });
  node.addEventListener('click', onClick, { signal, capture: true });
  return () => {
    listening.abort();
    clearTimeout(turning);
  };
}
