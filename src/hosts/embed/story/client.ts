/** The story's embed: one step at a time, or all of it unrolled; the stage follows either. */
import { hydrate } from 'svelte';
import { civilDate } from '#model/dates.ts';
import { between } from '#model/passage.ts';
import type { Instant, Ref } from '#model/scene.ts';
import { createCard } from '#site/card.ts';
import { liveStrings as siteStrings } from '#site/strings.ts';
import { loadViews } from '#stage/lazy-views.svelte.ts';
import Stage from '#stage/Stage.svelte';
import { openInPlace } from '../../story/cards.ts';
import { createHighlight } from '../../story/highlight.ts';
import { canPeek, peekScene } from '../../story/peek.ts';
import { putSceneTexts } from '../../story/scene-texts.ts';
import { sidesOf } from '../../story/sides.ts';
import { StageState } from '../../story/stage-state.svelte.ts';
import { strings as words } from '../../story/strings.ts';
import { eventIds } from '../embed-data.ts';
import { startEmbed } from '../start.ts';
import { inlineCards } from './cards-from.ts';
import { meantStep } from './meant-step.ts';
import { runDate } from './run-date.ts';
import { stepper } from './stepper.ts';
import type { StoryEmbedData } from './story-data.ts';
import { unroll } from './unrolled.ts';

startEmbed<StoryEmbedData>({
  ids: ({ steps, texts }) => ({ steps: new Set(steps.map(({ id }) => id)), events: eventIds(texts) }),
  run({ data, options, root, tell }) {
    const holder = root.querySelector<HTMLElement>('[data-live]');
    const story = root.querySelector<HTMLElement>('[data-story]');
    const articles = [...root.querySelectorAll<HTMLElement>('article[data-step]')];
    const { steps } = data;
    if (!holder || !story || articles.length !== steps.length) throw new Error('This embed is incomplete.');

    const page = document.documentElement.dataset;
    let index = 0;
    /** Something was called up on the map in place of the step's scene. */
    let peeked = false;
    let stopRun = (): void => undefined;
    const step = (): StoryEmbedData['steps'][number] => steps[index]!;

    const setDate = (at: Instant): void => {
      if (!peeked) state.at = at;
      page['at'] = civilDate(at.ms, at.offset);
    };
    const showStep = (at: Instant): void => {
      peeked = false;
      const { scene, cut } = step();
      state.scene = scene;
      setDate(at);
      state.notice = cut && { kicker: cut.ago, text: cut.date };
      state.upcoming = [steps[index + 1], steps[index - 1]].flatMap((other) => other?.scene ?? []);
    };
    const peek = (ref: Ref): void => {
      stopRun();
      peeked = true;
      const scene = peekScene(data.stage, ref, step().scene);
      state.scene = scene;
      state.at = scene.at;
      const { events, places, voyages } = data.texts;
      const name = events[ref]?.title ?? places[ref]?.name ?? voyages[ref]?.title ?? '';
      const back = { label: words.backToStep, act: () => showStep(step().scene.at) };
      state.notice = { kicker: words.shown, text: name, back };
    };
    document.addEventListener('keydown', ({ key, defaultPrevented }) => {
      if (key === 'Escape' && peeked && !defaultPrevented) showStep(step().scene.at);
    });

    const card = createCard(siteStrings.close);
    const cards = openInPlace(
      story,
      card,
      siteStrings,
      (ref) => (canPeek(data.stage, ref) ? () => peek(ref) : undefined),
      inlineCards(data),
    );
    const related = (ref: Ref): Iterable<Ref> => {
      const { events } = data.stage.map;
      return events[ref] ?? step().scene.focus.filter((id) => events[id]?.includes(ref));
    };
    const highlight = createHighlight(story, holder, related, (lit) => (state.lit = lit));
    const state: StageState = new StageState(data.stage, step().scene, {
      light: highlight.light,
      open(ref, anchor) {
        cards.open(ref, anchor);
        tell.select(ref);
      },
      sides: sidesOf(story),
    });
    hydrate(Stage, { target: holder, props: state });
    putSceneTexts(articles, data.scenes);
    loadViews();

    const enter = (next: number): void => {
      index = next;
      const { id, scene } = step();
      page['step'] = id;
      page['camera'] = typeof scene.camera === 'string' ? scene.camera : 'free';
    };
    const tellStep = (): void => {
      const { id, scene } = step();
      tell.step(id, civilDate(scene.at.ms, scene.at.offset));
    };

    /** Brings a step to be read, and tells so; `at` in place of its own date. */
    let show: (next: number, at?: Instant) => void;
    if (options.scroll) {
      root.classList.add('unrolled');
      unroll(root, story, holder, articles, {
        onStep(next) {
          enter(next);
          showStep(step().scene.at);
          tellStep();
        },
        onRun(share) {
          const { at } = step().scene;
          setDate(between(steps[index - 1]?.scene.at ?? at, at, share));
        },
      });
      show = (next) => articles[next]?.scrollIntoView({ block: 'start' });
    } else {
      show = (next, at) => {
        stopRun();
        card.close();
        const from = state.at;
        const first = page['step'] === undefined;
        enter(next);
        nav.at(next);
        const to = at ?? step().scene.at;
        showStep(first ? to : from);
        if (first) return;
        stopRun = runDate(from, to, setDate);
        tellStep();
      };
      const nav = stepper(root, articles, (next) => show(next));
    }

    // A link of the text or of a card that leads to a step of the story leads there within the frame.
    root.ownerDocument.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
      const to = link ? steps.findIndex(({ id }) => `#${id}` === link.hash) : -1;
      if (to < 0) return;
      event.preventDefault();
      card.close();
      show(to);
    });

    delete page['step'];
    // Unrolled, the host scrolls: an embed that loads moves nobody's page.
    if (!options.scroll) show(meantStep(data, options) ?? 0, options.at);
    if (options.event !== undefined) highlight.light(options.event);
    return (target) => {
      show(meantStep(data, target) ?? index, target.at);
      if (target.event !== undefined) highlight.light(target.event);
    };
  },
});
