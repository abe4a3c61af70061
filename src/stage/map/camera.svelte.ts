/**
 * Where the map's camera is, and its flights. A flight starts wherever the camera is at that moment and replaces the
 * one before; its place follows the clock, so a page that was hidden for a while finds the camera landed.
 */
import type { Size, View } from '#model/projection.ts';
import { nextFrame } from '../idle.ts';
import { motionless } from '../motionless.ts';
import { TURN } from '../turn.ts';
import { flight, stale, type Flight } from './flight.ts';

export interface Camera {
  /** Where it looks. */
  readonly at: View;
  /** The view the picture is drawn for; between flights the same. */
  readonly baked: View;
  /** On the way, by itself or in a hand: names wait. */
  readonly flying: boolean;
  /** The picture has been drawn anew on this way. */
  readonly redrawn: boolean;
  /** In a hand, here or in another window: what is laid out waits until the hand rests. */
  readonly held: boolean;
  /** Where it is going to be. */
  readonly goal: View;
  /** The last word on where it is to be was a hand’s on this map. */
  readonly own: boolean;
  /**
   * Makes for a view. On the way already, it turns; and at once where nothing may move. While a hand on this map has
   * it, what other hands want is passed over.
   * @param hand a hand elsewhere moves the camera: it is there, and the picture is sharpened when the hand rests
   */
  aim(to: View, size: Size, hand: boolean): void;
  /** A hand on this map has it there. */
  hold(view: View): void;
  /** That hand has come to rest. */
  release(): void;
  /** One short step of a hand on this map. */
  glide(to: View): void;
  /** Is there, wherever it was going. */
  land(): void;
  /** Stops the clock. */
  stop(): void;
}

/** After a hand has rested for so long the picture is drawn anew, ms. */
const REST = 160;
/** The rest of a flight through a window that changes size, at least, ms. */
const LEAST = 300;
/** One step, ms. */
const GLIDE = 220;
/** How far apart views on the way are tried, as a share of it. */
const LOOK = 0.04;
/** A flight whose frames do not come is over so long after its time, ms. */
const OVERDUE = 60;

const same = (a: View, b: View): boolean => a.x === b.x && a.y === b.y && a.k === b.k;
const still = (): boolean => document.hidden || motionless();

export function createCamera(first: View, firstSize: Size): Camera {
  let at = $state.raw(first);
  let baked = $state.raw(first);
  let flying = $state(false);
  let redrawn = $state(false);
  let held = $state(false);

  let own = false;
  let goal = first;
  let size = firstSize;
  let way: Flight | undefined;
  let start = 0;
  let duration = 0;
  let frame = 0;
  let timer = 0;
  let callOff = (): void => {};

  /** The farthest view on the way that a picture can be drawn for and still be moved to show this one. */
  function ahead(view: View, t: number): View {
    for (let later = 1; way && later > t; later -= LOOK) {
      const next = way.at(later);
      if (!stale(next, view, size)) return next;
    }
    return view;
  }

  /** @param t how much of the way is behind it, 0–1; 1 where there is none */
  function show(view: View, t: number): void {
    at = view;
    if (!stale(baked, view, size)) return;
    baked = ahead(view, t);
    redrawn = true;
  }

  function stop(): void {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    callOff();
  }

  function land(): void {
    stop();
    way = undefined;
    flying = held = redrawn = false;
    at = baked = goal;
  }

  /** It is there, and still flies for a moment: what hangs on the picture and what lies over it each have a frame. */
  function arrive(): void {
    stop();
    way = undefined;
    redrawn = false;
    at = baked = goal;
    callOff = nextFrame(land, TURN.map);
  }

  function tick(): void {
    const t = Math.min(1, Math.max(0, performance.now() - start) / duration);
    if (!way || t === 1) return arrive();
    show(way.at(t), t);
    frame = requestAnimationFrame(tick);
  }

  /**
   * @param takes how long, ms; by default as long as the way asks for
   * @param since when it was sent
   */
  function fly(takes?: number, since = performance.now()): void {
    stop();
    way = flight(at, goal, size, way !== undefined || takes === GLIDE);
    duration = takes ?? way.duration;
    start = since;
    flying = true;
    held = false;
    frame = requestAnimationFrame(tick);
    timer = window.setTimeout(land, start + duration + OVERDUE - performance.now());
  }

  function take(view: View, exactly: boolean): void {
    stop();
    way = undefined;
    goal = view;
    flying = held = true;
    if (exactly) at = baked = view;
    else show(view, 1);
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
    get redrawn() {
      return redrawn;
    },
    get held() {
      return held;
    },
    get goal() {
      return goal;
    },
    get own() {
      return own;
    },
    aim(to, newSize, hand) {
      const resized = newSize.width !== size.width || newSize.height !== size.height;
      const turned = !same(to, goal);
      if (!turned && !resized) return;
      if (own && (held || way) && hand && !resized) return;
      const left = start + duration - performance.now();
      own = false;
      goal = to;
      size = newSize;
      if (hand && !still()) {
        take(to, resized);
        timer = window.setTimeout(land, REST);
      } else if (still() || (resized && !way)) land();
      // Another shape of the window is no reason to be there at once, nor to fly any longer.
      else if (way) fly(resized || !turned ? Math.max(LEAST, left) : undefined);
      // The step that sends it has the first frame.
      else {
        stop();
        held = false;
        const since = performance.now();
        callOff = nextFrame(() => fly(undefined, since), TURN.camera);
      }
    },
    hold(view) {
      own = true;
      take(view, false);
    },
    release: land,
    glide(to) {
      own = true;
      goal = to;
      if (still()) land();
      else fly(GLIDE);
    },
    land,
    stop,
  };
}
