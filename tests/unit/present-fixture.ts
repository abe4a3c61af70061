/** The real story's lessons, as their windows have them, and what must hold for every session of them. */
import { bakeBasemap } from '#geo/bake.ts';
import { readMapConfig } from '#geo/config.ts';
import { loadStory } from '#content/load.ts';
import { go } from '#hosts/present/changes.ts';
import { deckData } from '#hosts/present/deck.ts';
import { decksOf, knownIds, type Deck } from '#hosts/present/decks.ts';
import { strings } from '#hosts/present/strings.ts';
import { readSession, writeSession, type Known } from '#hosts/present/sync/session-message.ts';
import { pageData } from '#hosts/story/page-data.ts';
import { PANELS } from '#model/scene.ts';
import type { Session } from '#model/session.ts';
import { stageData } from '#stage/stage-data.ts';

export const { story } = loadStory('content');
const page = pageData(story, stageData(story, bakeBasemap(readMapConfig('content'), 'content').levels));
export const data = deckData(story, strings.whole);
export const decks: readonly Deck[] = decksOf(data, page);
export const known: Known = { ids: knownIds(page), decks };
export const deckOf = (path: string): Deck => decks.find((deck) => deck.path.id === path)!;

/** A lesson at its first slide. */
export function begin(path = ''): Session {
  const deck = deckOf(path);
  const clock = { spent: 0, entered: 0 };
  const blank = { path, slide: '', scene: deck.sceneOf(0), shown: {}, counts: {}, ink: {}, clock };
  return { ...go(deck, 0, 0)(blank), clock };
}

/** Everything that is wrong with a session, in words. */
export function faultsOf(session: Session): string[] {
  const faults: string[] = [];
  const must = (ok: boolean, what: string): void => {
    if (!ok) faults.push(what);
  };
  const deck = decks.find(({ path }) => path.id === session.path);
  const slide = deck?.slides.find(({ id }) => id === session.slide);
  must(deck !== undefined, `path ${session.path}`);
  must(slide !== undefined, `slide ${session.slide}`);
  const all = new Map(decks.flatMap(({ slides }) => slides.map((one) => [one.id, one])));

  const { at, span, camera, focus, filter, panel } = session.scene;
  must(Number.isFinite(at.ms) && Number.isFinite(at.offset), 'the date');
  must(span[0] < span[1], 'the span');
  must(PANELS.includes(panel), `panel ${panel}`);
  must(
    focus.every((ref) => known.ids.refs.has(ref)),
    'the focus',
  );
  must(typeof filter.text === 'string', 'the filter');
  if (typeof camera === 'string') must(known.ids.cameras.has(camera), `camera ${camera}`);
  else must([...camera.centre, camera.width].every(Number.isFinite) && camera.width > 0, 'the free camera');

  must([undefined, 'black', 'white'].includes(session.cover), `cover ${session.cover}`);
  for (const [id, what] of Object.entries(session.shown))
    must(all.has(id) && (what === 'question' || what === 'answer'), `shown ${id}: ${what}`);
  for (const [id, counts] of Object.entries(session.counts)) {
    const whole = counts.every((hands) => Number.isInteger(hands) && hands >= 0 && hands < 1000);
    must(all.get(id)?.options === counts.length && whole, `counts of ${id}: ${counts.join()}`);
  }
  for (const [id, strokes] of Object.entries(session.ink)) {
    must(all.has(id) && strokes.length > 0 && strokes.length <= 400, `ink of ${id}: ${strokes.length}`);
    const drawn = strokes.every(
      (stroke) =>
        stroke.length >= 2 &&
        stroke.length <= 4000 &&
        stroke.length % 2 === 0 &&
        stroke.every((n) => n >= -1 && n <= 2),
    );
    must(drawn, `a stroke of ${id}`);
  }
  const { countdown, clock } = session;
  must((slide?.phases !== undefined) === (countdown !== undefined), 'a countdown where there is a pause');
  if (countdown) {
    const { phase, phases, left, ends } = countdown;
    must(countdown.slide === session.slide, `countdown of ${countdown.slide}`);
    must(phases.join() === slide?.phases?.join() && phases[phase] !== undefined, `phase ${phase}`);
    must(left >= 0 && left <= (phases[phase] ?? 0) * 1000, `${left} ms left`);
    must(ends === undefined || Number.isFinite(ends), `ends ${ends}`);
  }
  must(clock.spent >= 0 && clock.entered >= 0, 'the clock');
  must(clock.since === undefined || Number.isFinite(clock.since), 'since when the clock runs');
  return faults;
}

/** As it comes out of another window. */
export const sent = (session: Session): Session | undefined =>
  readSession(structuredClone(writeSession(session)), known);
