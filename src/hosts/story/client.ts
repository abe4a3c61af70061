/** Brings the story's page to life: the stage follows the step being read, and the page follows the stage. */
import { hydrate } from 'svelte';
import { civilDate } from '#model/dates.ts';
import { between } from '#model/passage.ts';
import type { Instant, Ref } from '#model/scene.ts';
import { createCard } from '#site/card.ts';
import { loadJson } from '#site/load-json.ts';
import { liveStrings as strings } from '#site/strings.ts';
import { themeButton } from '#site/theme.ts';
import { whenIdle } from '#stage/idle.ts';
import { loadViews } from '#stage/lazy-views.svelte.ts';
import Stage from '#stage/Stage.svelte';
import type { StageData } from '#stage/stage-data.ts';
import { embedButton } from '../embed/open-dialog.ts';
import { focusTarget, keepAddress } from './address.ts';
import { openInPlace } from './cards.ts';
import { keepPlaceOnUpdate } from './dev-place.ts';
import { createHighlight } from './highlight.ts';
import { PAGE_DATA, type PageData, type StepData } from './page-data.ts';
import { canPeek, peekScene } from './peek.ts';
import { isReturning, keepPlace } from './place.ts';
import { placeInHeader } from './place-in-header.ts';
import { addSceneTexts } from './scene-texts.ts';
import { follow } from './scroll.ts';
import { shareStep } from './share.ts';
import { sidesOf } from './sides.ts';
import { StageState } from './stage-state.svelte.ts';
import { stepNav } from './step-nav.ts';
import { strings as words } from './strings.ts';

declare global {
  interface Window {
    /** Kept when the page is laid out, where that is done in pieces. */
    laid?: Promise<void>;
  }
}

const root = document.documentElement;
const main = document.querySelector<HTMLElement>('main#story');
const holder = document.getElementById('stage');

themeButton(strings);
embedButton('./', () => root.dataset['step']);
const placed = import.meta.hot ? keepPlaceOnUpdate(import.meta.hot) : false;
if (main) {
  start(main).catch((error: unknown) => {
    // The page falls back to its form without scripts, which is complete.
    root.classList.remove('js');
    throw error;
  });
}

async function start(page: HTMLElement): Promise<void> {
  let stage: StageState | undefined = undefined;
  let steps: StepData[] = [];
  /** What the reader called up on the map instead of the step's scene. */
  let peeked: Ref | undefined;
  let reading = 0;
  let share = 1;
  let day = '';

  const step = (): StepData => steps[reading] as StepData;
  const cursor = (): Instant => {
    const { at } = step().scene;
    return between(steps[reading - 1]?.scene.at ?? at, at, share);
  };
  /** Sets the stage to the step being read. */
  const showStep = (): void => {
    peeked = undefined;
    if (!stage) return;
    const { scene, cut } = step();
    stage.scene = scene;
    stage.at = cursor();
    stage.notice = cut && { kicker: cut.ago, text: cut.date };
    stage.upcoming = [steps[reading + 1], steps[reading - 1]].flatMap((other) => other?.scene ?? []);
  };
  const peek = (ref: Ref): void => {
    if (!stage) return;
    peeked = ref;
    const scene = peekScene(stage.data, ref, step().scene);
    stage.scene = scene;
    stage.at = scene.at;
    const back = { label: words.backToStep, act: showStep };
    stage.notice = { kicker: words.shown, text: nameOf(stage.data, ref), back };
  };

  if (!placed) {
    const returning = isReturning();
    keepPlace(returning);
    focusTarget(!returning);
  }
  const cards = openInPlace(page, createCard(strings.close), strings, (ref) =>
    stage && canPeek(stage.data, ref) ? () => peek(ref) : undefined,
  );
  const articles = [...page.querySelectorAll<HTMLElement>('article[data-step]')];
  if (!holder || articles.length === 0) return;
  const data = await loadJson<PageData>(PAGE_DATA);
  await self.laid;
  steps = data.steps;
  // A page and data of two different builds, in a cache for instance: the page by itself is sound.
  if (articles.length !== steps.length) {
    root.classList.remove('js');
    return;
  }

  /** An event lights its places, a place what the scene tells of it. */
  const related = (ref: Ref): Iterable<Ref> => {
    const { events } = data.stage.map;
    return events[ref] ?? step().scene.focus.filter((id) => events[id]?.includes(ref));
  };
  const highlight = createHighlight(page, holder, related, (lit) => {
    if (stage) stage.lit = lit;
  });
  const actions = { light: highlight.light, open: cards.open, sides: sidesOf(page) };
  const state = new StageState(data.stage, step().scene, actions);
  hydrate(Stage, { target: holder, props: state });
  stage = state;

  const presents = [...document.querySelectorAll<HTMLAnchorElement>('a[data-present]')];
  const toPresent = presents[0]?.getAttribute('href') ?? '';
  const toText = page.querySelector<HTMLAnchorElement>('[data-to-text]');
  const address = keepAddress();
  const header = placeInHeader(articles);
  const nav = stepNav(
    steps.map(({ title }) => title),
    articles,
    () => reading,
  );
  /** What stands around the stage. */
  const tell = (): void => {
    const { id, chapter } = step();
    header.at(reading, chapter);
    nav.update();
    if (toText) toText.href = `#${id}`;
    for (const link of presents) link.href = `${toPresent}#${id}`;
  };
  document.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && peeked !== undefined && !defaultPrevented) showStep();
  });
  follow(articles, holder, {
    onStep(index, y) {
      reading = index;
      share = 1;
      const { id, scene } = step();
      root.dataset['step'] = id;
      root.dataset['camera'] = typeof scene.camera === 'string' ? scene.camera : 'free';
      showStep();
      // A step is much to draw: what nobody looks at meanwhile waits until there is time.
      whenIdle(tell);
      if (y > 0) address(id);
    },
    onRun(next) {
      share = next;
      const at = cursor();
      if (stage && peeked === undefined) stage.at = at;
      const civil = civilDate(at.ms, at.offset);
      if (civil !== day) root.dataset['at'] = day = civil;
    },
    onRead: header.read,
  });
  shareStep(step, strings);
  addEventListener('scroll', loadViews, { once: true, passive: true });
  void addSceneTexts(articles);
}

function nameOf({ timeline, map }: StageData, ref: Ref): string {
  return (
    timeline.marks.find(({ id }) => id === ref)?.title ??
    map.places.find(({ id }) => id === ref)?.label ??
    map.voyages.find(({ id }) => id === ref)?.title ??
    ref
  );
}
