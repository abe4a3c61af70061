/** A step's scene in words, for readers who do not see the stage: where and when, what moved, what was due. */
import { civilDate, formatCivil, formatDate } from '#model/dates.ts';
import type { Scene } from '#model/scene.ts';
import type { Story } from '#model/story.ts';
import { voyageState } from '#model/voyage-track.ts';
import { readout } from '#stage/chart/readout.ts';
import type { StageData } from '#stage/stage-data.ts';
import { panelOf, positionOf } from '#stage/views.ts';
import { finding } from './finding.ts';
import { strings } from './strings.ts';

/** The text alternatives of all steps, by step id. */
export function sceneTexts(story: Story, stage: StageData): Record<string, string> {
  return Object.fromEntries(
    story.chapters.flatMap(({ steps }) =>
      steps.map(({ id, scene }) => [id, sceneText(scene, story, stage)] as const),
    ),
  );
}

/** In order: what the picture is and of which day; its finding or what is on it; what the timeline marks; how late. */
export function sceneText(scene: Scene, story: Story, stage: StageData): string {
  const on = civilDate(scene.at.ms, scene.at.offset);
  const parts = [
    `${strings.picture}: ${pictureText(scene, story, stage)}, ${formatCivil(on)}.`,
    voyagesText(scene, story),
    marksText(scene, story),
    lateText(stage, on),
  ];
  return parts.filter(Boolean).join(' ');
}

function pictureText(scene: Scene, story: Story, stage: StageData): string {
  switch (panelOf(stage, scene)) {
    case 'chart':
      return stage.chart ? `${strings.chartOf} ${finding(stage.chart).replace(/\.$/, '')}` : '';
    case 'positions': {
      const position = story.positions.find(({ id }) => id === positionOf(stage, scene));
      return `${strings.sidesOf} ${position?.question ?? ''}`;
    }
    case 'guess':
      return strings.guessOf;
    case 'tonnes':
      return strings.tonnesOf;
    default:
      return story.cameras.find(({ id }) => id === scene.camera)?.label ?? strings.map;
  }
}

function voyagesText({ at, focus }: Scene, story: Story): string {
  const ships = new Map(story.ships.map(({ id, name }) => [id, name]));
  const places = new Map(story.places.map(({ id, label }) => [id, label]));
  const sailing = story.voyages.flatMap((voyage) => {
    const state = voyageState(voyage, at);
    const way = [ships.get(voyage.ship), places.get(voyage.from), places.get(voyage.to)] as const;
    if (way.some((name) => name === undefined)) return [];
    if (state.kind === 'under-way') return [strings.underWay(...(way as [string, string, string]))];
    return focus.includes(voyage.id) ? [strings.route(...(way as [string, string, string]))] : [];
  });
  return sailing.length > 0 ? `${sailing.join('; ')}.` : '';
}

function marksText({ focus }: Scene, story: Story): string {
  const named = focus.flatMap((ref) => {
    const event = story.events.find(({ id }) => id === ref);
    return event ? [`${event.title} (${formatDate(event.date)})`] : [];
  });
  return named.length > 0 ? `${strings.marked}: ${named.join('; ')}.` : '';
}

function lateText({ chart }: StageData, on: string): string {
  const text = chart && readout(chart, on);
  if (!text) return '';
  const figures = text.figures.map(
    ({ value, approximate, what, basis }) => `${approximate ? 'about ' : ''}${value} ${what}, ${basis}`,
  );
  const lines = text.lines.map(({ strong, rest }) => `${strong} ${rest}`);
  const all = [...figures, ...(text.none ? [text.none] : []), ...lines, ...(text.pace ? [text.pace] : [])];
  return all.length > 0 ? `${text.heading}: ${all.join('; ')}.` : '';
}
