/**
 * Where the map's camera is, and its flights. A flight starts wherever the camera is at that moment and replaces the
 * one before; its place follows the clock, so a page that was hidden for a while finds the camera landed.
 */
import type { Size, View } from '#model/projection.ts';
import { flight, stale, type Flight } from './flight.ts';

export interface Camera {
  /** Where it looks. */
  readonly at: View;
  /** The view the picture is drawn for; between flights the same. */
  readonly baked: View;
  readonly flying: boolean;
  /** From where it set off. */
  readonly departed: View;
  /**
   * Makes for a view. On the way already, it turns; and at once where nothing may move.
   * @param hand a hand moves the camera: it is there, and the picture is sharpened when the hand rests
   */
  aim(to: View, size: Size, hand: boolean): void;
  /** Is there, wherever it was going. */
  land(): void;
  /** Stops the clock. */
  stop(): void;
}

/** After a hand has rested for so long the picture is drawn anew, ms. */
const REST = 120;
/** The rest of a flight through a window that changes size, at least, ms. */
const LEAST = 300;

const same = (a: View, b: View): boolean => a.x === b.x && a.y === b.y && a.k === b.k;
const still = (): boolean => document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches;

export function createCamera(first: View, firstSize: Size): Camera {
  let at = $state.raw(first);
  let baked = $state.raw(first);
  let flying = $state(false);
  let departed = $state.raw(first);

  let goal = first;
  let size = firstSize;
  let way: Flight | undefined;
  let start = 0;
  let duration = 0;
  let frame = 0;
  let rest = 0;

  function show(view: View, exactly: boolean): void {
    at = view;
    if (exactly || stale(baked, view, size)) baked = view;
  }

  function stop(): void {
    cancelAnimationFrame(frame);
    clearTimeout(rest);
  }

  function land(): void {
    stop();
    way = undefined;
    flying = false;
    show(goal, true);
  }

  function tick(): void {
    const t = Math.min(1, Math.max(0, performance.now() - start) / duration);
    if (!way || t === 1) return land();
    show(way.at(t), false);
    frame = requestAnimationFrame(tick);
  }

  function fly(least: number): void {
    const underWay = flying;
    const left = start + duration - performance.now();
    way = flight(at, goal, size, underWay);
    duration = least > 0 ? Math.max(least, left) : way.duration;
    start = performance.now();
    departed = at;
    flying = true;
    frame = requestAnimationFrame(tick);
  }

  return {
    get at() {
      return at;
    },
    get baked() {
      return baked;
    },
    get flying() {
      return flying;
    },
    get departed() {
      return departed;
    },
    aim(to, newSize, hand) {
      const resized = newSize.width !== size.width || newSize.height !== size.height;
      if (same(to, goal) && !resized) return;
      const turned = !same(to, goal);
      goal = to;
      size = newSize;
      stop();
      if (hand && !still()) {
        way = undefined;
        flying = false;
        show(to, resized);
        rest = window.setTimeout(() => show(to, true), REST);
      } else if (still() || (resized && !flying)) land();
      // Another shape of the window is no reason to be there at once, nor to fly any longer.
      else fly(resized || !turned ? LEAST : 0);
    },
    land,
    stop,
  };
}
