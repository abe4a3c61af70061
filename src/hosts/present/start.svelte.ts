/** What the wall's and the speaker's window begin with. */
import { hydrate } from 'svelte';
import { civilDate } from '#model/dates.ts';
import type { Instant, Scene } from '#model/scene.ts';
import { createCard } from '#site/card.ts';
import { loadJson } from '#site/load-json.ts';
import { liveStrings as siteStrings } from '#site/strings.ts';
import { NOTHING_LIT } from '#stage/actions.ts';
import { createClassGuess } from '#stage/guess/class/class-guess.svelte.ts';
import { loadViews } from '#stage/lazy-views.svelte.ts';
import Stage from '#stage/Stage.svelte';
import { runDate } from '../embed/story/run-date.ts';
import { openInPlace } from '../story/cards.ts';
import { cutCaption } from '../story/cut-caption.ts';
import { once } from '../story/once.ts';
import type { PageData } from '../story/page-data.ts';
import { shareGuess } from './share-guess.svelte.ts';
import { WallState } from './wall-state.svelte.ts';
import * as changes from './changes.ts';
import { DECK_DATA, type DeckData } from './deck.ts';
import { asked } from './address.ts';
import { Lesson } from './lesson.svelte.ts';
import { only } from './only.ts';

/** A date that runs is there by then, ms. */
const LATE = 2_000;

/** Runs the date; sets it at last where frames do not come: in a window that others cover, for one. */
function run(from: Instant, to: Instant, set: (at: Instant) => void): () => void {
  const stop = runDate(from, to, set);
  const late = setTimeout(() => {
    stop();
    set(to);
  }, LATE);
  return () => {
    clearTimeout(late);
    stop();
  };
}

/** Everything a window needs before it comes alive. */
export async function startLesson(root: string): Promise<{ lesson: Lesson; data: PageData }> {
  const [deck, data] = await Promise.all([
    loadJson<DeckData>(root + DECK_DATA),
    loadJson<PageData>(`${root}data/stage.json`),
  ]);
  return { lesson: new Lesson(deck, data, asked()), data };
}

/**
 * Brings the stage to life: it shows the lesson's scene, and what is done on it is done in every window.
 * @param still nothing may move
 */
export function startStage(
  lesson: Lesson,
  data: PageData,
  holder: HTMLElement,
  main: HTMLElement,
  root: string,
  still: () => boolean,
): WallState {
  const dataset = document.documentElement.dataset;
  const cards = openInPlace(main, createCard(siteStrings.close), siteStrings, () => undefined, {
    quotes: once(`${root}data/quotes.json`),
    texts: once(`${root}data/cards.json`),
    entry: () => undefined,
    root,
  });
  const state: WallState = new WallState(data.stage, lesson.session.scene, {
    light: (ref) => (state.lit = ref === undefined ? NOTHING_LIT : only(ref)),
    open: cards.open,
    sides: () => undefined,
    move: (camera) => lesson.act(changes.move(camera)),
    choose: (panel) => lesson.act(changes.choose(panel)),
  });
  // What the server has drawn is the first step's; hydrated as such, then set to the lesson's.
  const first = data.steps[0]?.scene;
  const now = lesson.session.scene;
  if (first) {
    state.scene = first;
    state.at = first.at;
  }
  if (data.stage.guess) {
    state.guess = createClassGuess(data.stage.guess);
    shareGuess(lesson, state.guess, data.stage.guess.knots.length);
  }
  hydrate(Stage, { target: holder, props: state });
  loadViews();

  let stop = (): void => undefined;
  let shown: Scene | undefined;
  const setDate = (at: Instant): void => {
    state.at = at;
    dataset['at'] = civilDate(at.ms, at.offset);
  };
  const show = (scene: Scene): void => {
    if (scene === shown) return;
    const before = shown;
    shown = scene;
    state.scene = scene;
    stop();
    const same = before && before.at.ms === scene.at.ms;
    if (!before || same || still() || document.hidden) setDate(scene.at);
    else stop = run(state.at, scene.at, setDate);
    const { camera } = scene;
    dataset['camera'] = typeof camera === 'string' ? camera : 'free';
    dataset['panel'] = scene.panel;
    const cut = same ? undefined : cutCaption(before, scene);
    if (!same) state.notice = cut && { kicker: cut.ago, text: cut.date };
    state.own = lesson.deck.sceneOf(lesson.index);
    state.upcoming = [lesson.index + 1, lesson.index - 1].flatMap((index) =>
      lesson.deck.slides[index] ? [lesson.deck.sceneOf(index)] : [],
    );
  };
  show(now);
  $effect.root(() => {
    $effect(() => show(lesson.session.scene));
  });
  return state;
}

/** Goes where the address is changed to by hand, by a link or through history. */
export function followAddress(lesson: Lesson): void {
  addEventListener('hashchange', ({ newURL }) => {
    // Not the page's address: the lesson may just have put its own slide there.
    const { slide } = asked(newURL);
    const index = changes.indexOf(lesson.deck, slide);
    if (index >= 0) lesson.act(changes.go(lesson.deck, index, Date.now()));
  });
  addEventListener('pagehide', () => lesson.keep());
}
