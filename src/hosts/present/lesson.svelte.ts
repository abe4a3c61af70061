/** A lesson under way in this window: its session, kept in step with the lesson's other windows. */
import { writeScene, type KnownIds } from '#model/scene-address.ts';
import type { Session } from '#model/session.ts';
import type { PageData } from '../story/page-data.ts';
import { addressOf, type Asked } from './address.ts';
import { go, indexOf, type Change } from './changes.ts';
import type { DeckData, SlideData } from './deck.ts';
import { decksOf, knownIds, type Deck } from './decks.ts';
import { readSession, writeSession } from './sync/session-message.ts';
import { createShared, type Shared, type Stamp } from './sync/shared.ts';
import { newId, openWires, type Wires } from './sync/wires.ts';

/** The laser's spot: shares (0–1) of the stage's width and height; beyond them, beside the stage. */
export type Spot = readonly [x: number, y: number];

/** The session is kept for a reload so often at most, ms: browsers limit it. */
const KEEP = 400;
/** Whoever's laser rests for so long has put it away, ms. */
const SPOT_RESTS = 2_000;

/** Other windows are told where the laser points so often at most, ms. */
const POINTED = 40;

export interface Kept {
  lesson: string;
  stamp: Stamp;
  session: unknown;
}

/** What this page has in its history entry: it survives a reload and needs no storage. */
function kept(): Partial<Kept> {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null ? (state as Partial<Kept>) : {};
}

/** What a wall's window is called, with the lesson's name after it. */
const WALL = 'behind-schedule-wall-';

/**
 * The lesson that this window was at before a reload, by its own name: that outlives a reload where the state of a
 * history entry is lost, as it may be if it was written just before.
 */
function reloaded(): string | undefined {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const again = navigation?.type === 'reload' && window.name.startsWith(WALL);
  return again ? window.name.slice(WALL.length) : undefined;
}

export class Lesson {
  readonly id: string;
  readonly decks: readonly Deck[];
  session: Session = $state.raw() as Session;
  /** Another window of the lesson is there. */
  company = $state(false);
  /** Where a laser points, in whichever window. */
  spot: Spot | undefined = $state.raw();
  /** Of the wall's stage, width over height, where a wall has told it. */
  shape: number | undefined = $state();
  #ownShape: number | undefined;
  #ids: KnownIds;
  #shared: Shared;
  #wires: Wires;
  #keeping: number | undefined;
  #keptAt = -KEEP;
  #spotRests = 0;
  #pointing = 0;
  readonly deck: Deck = $derived.by(
    () => this.decks.find(({ path }) => path.id === this.session.path) ?? (this.decks[0] as Deck),
  );
  readonly index: number = $derived.by(() => indexOf(this.deck, this.session.slide));
  /** The stage shows something else than the slide's own scene. */
  readonly moved: boolean = $derived.by(
    () => writeScene(this.session.scene) !== writeScene(this.deck.sceneOf(this.index)),
  );
  readonly slide: SlideData = $derived.by(() => this.deck.slides[this.index] as SlideData);

  /** @param asked the path, the slide and the lesson that the address names, as far as it does */
  constructor(data: DeckData, page: PageData, asked: Asked) {
    this.decks = decksOf(data, page);
    this.#ids = knownIds(page);
    const before = kept();
    this.id =
      asked.lesson ??
      (typeof before.lesson === 'string' ? before.lesson : undefined) ??
      reloaded() ??
      newId();
    // Whoever else has named this window wants to find it by that.
    if (!asked.lesson && (!window.name || window.name.startsWith(WALL))) window.name = WALL + this.id;
    const self = newId();

    const deck = this.decks.find(({ path }) => path.id === asked.path) ?? (this.decks[0] as Deck);
    const index = Math.max(0, indexOf(deck, asked.slide));
    const slide = deck.slides[index] as SlideData;
    const fresh: Session = {
      path: deck.path.id,
      slide: '',
      scene: deck.sceneOf(index),
      shown: {},
      counts: {},
      ink: {},
      clock: { spent: 0, entered: 0 },
    };
    const old = before.lesson === this.id ? this.#read(before.session) : undefined;
    // The address leads: a lesson that was at another slide goes on from the one that is asked for.
    const same = old && old.path === deck.path.id;
    if (same && (old.slide === slide.id || asked.slide === '')) this.session = old;
    else if (same) this.session = go(deck, index, Date.now())(old);
    else this.session = { ...go(deck, index, 0)(fresh), clock: fresh.clock };

    this.#wires = openWires(this.id, self, (message, from) => this.#shared.receive(message, from));
    const stamp = (old && before.stamp) ?? { count: 0, by: '' };
    this.#shared = createShared({
      self,
      // What the address has changed is a change for the other windows too.
      stamp: old && this.session !== old ? { count: stamp.count + 1, by: self } : stamp,
      wires: () => this.#wires,
      write: () => writeSession(this.session),
      adopt: (value) => {
        const next = this.#read(value);
        if (next) this.#take(next);
        return next !== undefined;
      },
      company: (there) => {
        const joined = there && !this.company;
        this.company = there;
        if (joined && this.#ownShape !== undefined) this.tellShape(this.#ownShape);
      },
      passing: (value) => this.#pass(value),
    });
    this.#shared.hello();
    this.#keep();
  }

  #read(value: unknown): Session | undefined {
    return readSession(value, { ids: this.#ids, decks: this.decks });
  }

  /** Layouts hang on the scene: the same one stays the same object. */
  #take(next: Session): void {
    const same = writeScene(next.scene) === writeScene(this.session.scene);
    this.session = same ? { ...next, scene: this.session.scene } : next;
    this.#keep();
  }

  /** Makes a change here, for all windows. */
  act(change: Change): void {
    const next = change(this.session);
    if (next === this.session) return;
    this.#take(next);
    this.#shared.changed();
  }

  /** Points the laser, or puts it away. */
  point(spot: Spot | undefined): void {
    this.spot = spot;
    if (this.#pointing) return;
    // The latest, not each.
    this.#pointing = window.setTimeout(() => {
      this.#pointing = 0;
      this.#shared.pass({ spot: this.spot });
    }, POINTED);
  }

  /** Tells the speaker's window the shape of the wall's stage, width over height. */
  tellShape(shape: number): void {
    this.#ownShape = shape;
    this.#shared.pass({ shape });
  }

  #pass(value: unknown): void {
    const { spot, shape } = (typeof value === 'object' && value !== null ? value : {}) as Record<
      string,
      unknown
    >;
    if (typeof shape === 'number' && shape > 0.2 && shape < 5) {
      this.shape = shape;
      return;
    }
    const ok = Array.isArray(spot) && spot.length === 2 && spot.every((n) => Number.isFinite(n));
    this.spot = ok ? (spot as unknown as Spot) : undefined;
    clearTimeout(this.#spotRests);
    this.#spotRests = window.setTimeout(() => (this.spot = undefined), SPOT_RESTS);
  }

  /** Takes in a window that this one has opened. */
  join(peer: Window): void {
    this.#wires.add(peer);
  }

  /** Soon; at once if that was not just now, for what is done as the page is left comes too late. */
  #keep(): void {
    const wait = this.#keptAt + KEEP - performance.now();
    this.#keeping ??= window.setTimeout(() => this.keep(), Math.max(0, wait));
  }

  /** Keeps the session in this page's history entry, and the slide in the address. */
  keep(): void {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    this.#keptAt = performance.now();
    const state: Kept = {
      lesson: this.id,
      stamp: this.#shared.stamp,
      session: writeSession(this.session),
    };
    try {
      history.replaceState(state, '', addressOf(location.href, this.session));
    } catch {
      // Too much drawn for the browser to keep, or too often: a reload begins at the slide.
    }
  }
}
