/** What stands on each picture: the frame's words, and the graphic in it. */
import { civilDate, formatCivil, formatDate, parseDate } from '#model/dates.ts';
import type { Instant, Scene } from '#model/scene.ts';
import type { Step, Story, StoryEvent, Thread } from '#model/story.ts';
import { strings as embedStrings } from '#hosts/embed/strings.ts';
import type { EmbedView } from '#hosts/embed/pieces.ts';
import { finding } from '#hosts/story/finding.ts';
import { kicker } from '#hosts/story/kicker.ts';
import { sceneText } from '#hosts/story/scene-text.ts';
import type { StageData } from '#stage/stage-data.ts';
import { panelOf } from '#stage/views.ts';
import { siteScene } from '../cards/map-picture.ts';
import { denseSpan } from './dense-span.ts';
import type { Frame } from './frame.ts';

/** What every frame of a story has in common. */
export function storyFrame(
  story: Story,
  siteUrl: string | undefined,
): Pick<Frame, 'direction' | 'story' | 'address'> {
  return { direction: story.meta.direction, story: story.meta.title, address: siteUrl };
}

/** The first sentence of a text, by the rules of its language. */
function firstSentence(text: string, language: string): string {
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text.trim());
  return first?.segment.trim() ?? '';
}

/** Publishers in the order their documents are cited; what stands in brackets tells copies apart and is left out. */
export function publishers(story: Story, ids: readonly string[]): string[] {
  const names = new Map(story.sources.map(({ id, publisher }) => [id, publisher]));
  return ids.flatMap((id) => names.get(id)?.replace(/ \([^)]*\)$/, '') ?? []);
}

/** Those with most documents first. */
function byWeight(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

/** The thread of the first mark in focus. */
function threadOf(story: Story, { focus }: Scene): Thread | undefined {
  const threads = new Map(story.events.map(({ id, thread }) => [id, thread]));
  const first = focus.map((ref) => threads.get(ref)).find((id) => id !== undefined);
  return story.threads.find(({ id }) => id === first);
}

/** Whether the panel of a scene is a map with a base, which has to be credited. */
const onMap = (data: StageData, scene: Scene): boolean =>
  ['map', 'positions'].includes(panelOf(data, scene)) &&
  !data.map.cameras.find(({ id }) => id === scene.camera)?.schematic;

export function stepFrame(
  story: Story,
  data: StageData,
  step: Step,
): Omit<Frame, keyof ReturnType<typeof storyFrame>> {
  const { meta } = story;
  const { text, place } = kicker(step, story);
  return {
    kicker: [text, place].filter(Boolean).join(' · '),
    title: step.title,
    dek: firstSentence(step.text, meta.language),
    thread: threadOf(story, step.scene),
    sources: publishers(story, step.cites),
    credits: [onMap(data, step.scene) ? meta.map.credit : '', meta.licence.text].filter(Boolean),
    description: sceneText(step.scene, story, data),
  };
}

/** The scene that the picture of a view shows, and whether it is the end of the story, with everything known. */
export function viewScene(story: Story, view: Exclude<EmbedView, 'event'>): Scene | undefined {
  const first = story.chapters[0]?.steps[0]?.scene;
  if (!first) return undefined;
  if (view === 'story') return first;
  const [from, to] = story.meta.span;
  const end: Instant = { ms: to - 1, offset: 0 };
  if (view === 'map') {
    const scene = siteScene(story) ?? first;
    return {
      ...scene,
      at: lastArrival(story) ?? scene.at,
      focus: story.voyages.map(({ id }) => id),
      panel: 'map',
    };
  }
  return {
    ...first,
    at: end,
    span: view === 'timeline' ? denseSpan(story) : [from, to],
    focus: [],
    panel: view,
  };
}

/** “July 2013 – September 2014”, of a stretch of time in UTC ms whose end is not in it. */
const months = ([from, to]: readonly [number, number]): string =>
  [from, to - 1].map((ms) => formatDate(parseDate(new Date(ms).toISOString().slice(0, 7)))).join(' – ');

/** When the last voyage with a known end was over. */
function lastArrival({ voyages }: Story): Instant | undefined {
  const ends = voyages.flatMap(({ arrive }) => (arrive ? [arrive.end] : []));
  return ends.length > 0 ? { ms: Math.max(...ends), offset: 0 } : undefined;
}

export function viewFrame(
  story: Story,
  data: StageData,
  view: Exclude<EmbedView, 'event'>,
): Omit<Frame, keyof ReturnType<typeof storyFrame>> {
  const { meta } = story;
  const scene = viewScene(story, view);
  const sailed = story.voyages.flatMap(({ depart, arrive }) =>
    [depart?.start ?? [], arrive?.end ?? []].flat(),
  );
  const when =
    view === 'map' && sailed.length > 0
      ? months([Math.min(...sailed), Math.max(...sailed)])
      : view === 'timeline' && scene
        ? months(scene.span)
        : '';
  const day = scene ? formatCivil(civilDate(scene.at.ms, scene.at.offset)) : '';
  const all = byWeight(
    publishers(
      story,
      story.sources.map(({ id }) => id),
    ),
  );
  const mapped = view === 'map' || view === 'story';
  const charted = story.series.filter((series) => series.charted).flatMap(({ points }) => points);
  return {
    kicker: [view === 'story' ? day : embedStrings.views[view], when].filter(Boolean).join(' · '),
    title:
      view === 'story'
        ? meta.title
        : view === 'chart' && data.chart
          ? finding(data.chart).replace(/\.$/, '')
          : meta.dek,
    dek: view === 'story' ? meta.dek : undefined,
    sources:
      view === 'chart'
        ? byWeight(
            publishers(
              story,
              charted.flatMap(({ sources }) => sources),
            ),
          )
        : all,
    credits: [mapped ? meta.map.credit : '', meta.licence.text].filter(Boolean),
    description: embedStrings.pictureOf(view, meta.title),
  };
}

export function eventFrame(
  story: Story,
  event: StoryEvent,
): Omit<Frame, keyof ReturnType<typeof storyFrame>> {
  const places = new Map(story.places.map(({ id, label }) => [id, label]));
  const names = event.places.flatMap((id) => places.get(id) ?? []);
  const date = formatDate(event.date);
  const thread = story.threads.find(({ id }) => id === event.thread);
  return {
    large: true,
    kicker: [thread?.label, date.charAt(0).toUpperCase() + date.slice(1), names.join(', ')]
      .filter(Boolean)
      .join(' · '),
    title: event.title,
    thread,
    sources: publishers(story, event.sources),
    credits: [story.meta.licence.text],
    description: `${event.title}. ${date}. ${event.what}`,
  };
}
