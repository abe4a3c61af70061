/** What the scripts of the map, the timeline and the chart have in common. */
import { hydrate, type Component } from 'svelte';
import { civilDate } from '#model/dates.ts';
import type { Ref, Scene } from '#model/scene.ts';
import { createCard } from '#site/card.ts';
import { NOTHING_LIT } from '#stage/actions.ts';
import { cardContent } from '../story/card-content.ts';
import type { CardTexts } from '../story/card-texts.ts';
import { element } from '../story/elements.ts';
import { ViewState } from '../story/stage-state.svelte.ts';
import { eventIds, type EmbedData } from './embed-data.ts';
import type { EmbedOptions } from './options.ts';
import { sceneFor, type Asked, type EventDays } from './scene-for.ts';
import { startEmbed, type Target } from './start.ts';
import { strings } from './strings.ts';

export interface ViewData<Drawn> extends EmbedData {
  drawn: Drawn;
  texts: CardTexts;
  days: EventDays;
  /** What the picture shows, in a sentence. */
  label: string;
  /** From the page to the root of the site. */
  root: string;
}

export interface ViewProps<Drawn> {
  data: Drawn;
  view: ViewState;
  label: string;
  [key: string]: unknown;
}

/** @param call the scene in which a view calls up an event */
export function startView<Drawn>(
  Live: Component<ViewProps<Drawn>>,
  call?: (data: ViewData<Drawn>, event: Ref, from: Scene) => Scene,
): void {
  startEmbed<ViewData<Drawn>>({
    ids: ({ steps, texts }) => ({ steps: new Set(steps.map(({ id }) => id)), events: eventIds(texts) }),
    run({ data, options, root, tell }) {
      const holder = root.querySelector<HTMLElement>('[data-live]');
      if (!holder) throw new Error('This embed has no place for its picture.');
      const card = createCard(strings.close);
      const open = (ref: Ref, anchor: HTMLElement): void => {
        const content = cardContent(ref, data.texts, {
          open: (other) => open(other, anchor),
          seeOnMap: () => undefined,
          root: data.root,
          story: data.root,
        });
        if (!content) return;
        const body = element('div', '');
        body.append(...content.nodes);
        card.open(anchor, content.label, body);
        tell.select(ref);
      };
      const state: ViewState = new ViewState(data.scene, {
        open,
        light: (ref) => (state.lit = ref === undefined ? NOTHING_LIT : new Set([ref])),
        sides: () => undefined,
      });
      hydrate(Live, { target: holder, props: { data: data.drawn, view: state, label: data.label } });

      let asked: Asked = wanted(options);
      const show = (): void => {
        const scene = sceneFor(data, asked, data.days, call && ((event, from) => call(data, event, from)));
        state.scene = scene;
        state.at = scene.at;
        state.lit = asked.event === undefined ? NOTHING_LIT : new Set([asked.event]);
        const { dataset } = document.documentElement;
        if (asked.step === undefined) delete dataset['step'];
        else dataset['step'] = asked.step;
        dataset['at'] = civilDate(scene.at.ms, scene.at.offset);
        dataset['camera'] = typeof scene.camera === 'string' ? scene.camera : 'free';
      };
      if (Object.keys(asked).length > 0) show();
      return (target: Target) => {
        // What a host asks for later takes the place of what the address asked for, but for the period.
        const { from, to } = wanted(options);
        asked = { ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...target };
        card.close();
        show();
        if (target.step !== undefined) {
          tell.step(target.step, civilDate(state.scene.at.ms, state.scene.at.offset));
        }
      };
    },
  });
}

/** The part of the address that is about the scene. */
function wanted({ step, at, from, to, event }: EmbedOptions): Asked {
  return {
    ...(step !== undefined && { step }),
    ...(at && { at }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(event !== undefined && { event }),
  };
}
