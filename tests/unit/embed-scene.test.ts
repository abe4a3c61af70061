/** What embeds show: by themselves, and when an address or a host asks for a step, a date, a period, an event. */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadStory } from '#content/load.ts';
import type { Story } from '#model/story.ts';
import { civilDate, DAY_MS, parseDate } from '#model/dates.ts';
import { NO_FILTER, type Instant, type Scene } from '#model/scene.ts';
import { defaultScene } from '#hosts/embed/default-scene.ts';
import { stepScenes } from '#hosts/embed/embed-data.ts';
import { outward } from '#hosts/embed/outward-html.ts';
import { sceneFor, within, type Asked } from '#hosts/embed/scene-for.ts';
import { meantStep } from '#hosts/embed/story/meant-step.ts';
import { cardTexts } from '#hosts/story/card-texts.ts';
import { mainSpan } from '#hosts/story/main-span.ts';
import { eventDays } from '#prerender/embeds/common.ts';
import { tinyStory } from './support/tiny-story.ts';

const { story } = loadStory('content');
const steps = stepScenes(story);
const days = eventDays(story);
const texts = cardTexts(story);
const VIEWS = ['map', 'timeline', 'chart'] as const;
const utc = (date: string): number => Date.parse(`${date}T00:00Z`);
const instant = (date: string): Instant => ({ ms: utc(date), offset: 0 });

/** A date is shown within the period, and the period has a length. */
function expectSound({ at, span: [from, to] }: Scene, what: string): void {
  expect(from, what).toBeLessThan(to);
  expect(at.ms, what).toBeGreaterThanOrEqual(from);
  expect(at.ms, what).toBeLessThan(to);
}

describe('a view that is asked for nothing', () => {
  test.each(VIEWS)(
    'the %s shows everything, at a date within its period, with a camera of the story',
    (view) => {
      const scene = defaultScene(story, view);
      expectSound(scene, view);
      expect(scene).toMatchObject({ panel: view, focus: [], filter: NO_FILTER });
      const camera = story.cameras.find(({ id }) => id === scene.camera);
      expect(camera?.schematic).toBe(false);
    },
  );

  test('the map’s period holds every voyage', () => {
    const { span } = defaultScene(story, 'map');
    const dated = story.voyages.flatMap(({ depart, arrive }) => [depart ?? [], arrive ?? []].flat());
    expect(dated.length).toBeGreaterThan(10);
    for (const { start, end, edtf } of dated) {
      expect(start, edtf).toBeGreaterThanOrEqual(span[0]);
      expect(end, edtf).toBeLessThanOrEqual(span[1]);
    }
  });

  test('the timeline’s is the one the story dwells on', () => {
    expect(defaultScene(story, 'timeline').span).toEqual(mainSpan(story));
  });

  test('the chart’s holds every charted figure, and its date is the day of the last', () => {
    const { at, span } = defaultScene(story, 'chart');
    const dates = story.series
      .filter(({ charted }) => charted)
      .flatMap(({ points }) => points.map(({ date }) => date))
      .sort();
    expect(civilDate(span[0])).toBe(dates[0]);
    expect(civilDate(at.ms)).toBe(dates.at(-1));
  });

  test('map and timeline stand at the date the story begins with', () => {
    for (const view of ['map', 'timeline'] as const) {
      expect(defaultScene(story, view).at, view).toEqual(steps[0]!.scene.at);
    }
  });

  test('the camera is the one that most steps share', () => {
    const uses = new Map<unknown, number>();
    for (const { scene } of steps) uses.set(scene.camera, (uses.get(scene.camera) ?? 0) + 1);
    const geographic = story.cameras.filter(({ schematic }) => !schematic).map(({ id }) => uses.get(id) ?? 0);
    expect(uses.get(defaultScene(story, 'map').camera)).toBe(Math.max(...geographic));
  });

  test('a story without voyages, without figures, or that begins long before, has its views too', () => {
    const bare = { ...tinyStory(), voyages: [], series: [] };
    for (const view of VIEWS) {
      expect(defaultScene(bare, view).span, view).toEqual(mainSpan(bare));
      expectSound(defaultScene(bare, view), view);
    }
    const sailed = (): Story => ({
      ...tinyStory(),
      voyages: tinyStory().voyages.map((voyage) => ({ ...voyage, arrive: parseDate('2014-01-20') })),
    });
    const early = sailed();
    early.chapters[0]!.steps[0]!.scene.at = instant('1990-05-01');
    for (const view of VIEWS) expectSound(defaultScene(early, view), view);
    for (const view of VIEWS) expectSound(defaultScene({ ...sailed(), chapters: [] }, view), view);
  });
});

describe('within', () => {
  const span = [utc('2014-01-01'), utc('2014-02-01')] as const;

  test('leaves a date of the period as it is, with its offset', () => {
    for (const ms of [span[0], span[0] + 1, utc('2014-01-15'), span[1] - 1]) {
      expect(within({ ms, offset: 180 }, span)).toEqual({ ms, offset: 180 });
    }
  });

  test('moves others to the nearer end; the end itself is no longer in it', () => {
    expect(within({ ms: span[0] - 1, offset: 180 }, span)).toEqual({ ms: span[0], offset: 0 });
    expect(within({ ms: span[1], offset: 0 }, span).ms).toBe(span[1] - 1);
    expect(within(instant('2030-01-01'), span).ms).toBe(span[1] - 1);
  });
});

describe.each(VIEWS)('the %s, asked for', (view) => {
  const own = defaultScene(story, view);
  const data = { scene: own, steps };
  const ask = (asked: Asked): Scene => sceneFor(data, asked, days);

  test('nothing: its own scene', () => {
    expect(ask({})).toMatchObject({ at: own.at, camera: own.camera, focus: own.focus, panel: view });
    expectSound(ask({}), 'own');
    expect(ask({ step: 'nowhere' })).toEqual(ask({}));
    expect(ask({ event: 'nothing' })).toEqual({ ...ask({}), focus: ['nothing'] });
  });

  test('each step: the step’s scene at its date', () => {
    for (const { id, scene } of steps) {
      const shown = ask({ step: id });
      expectSound(shown, id);
      expect({ ...shown, span: scene.span }, id).toEqual(scene);
      expect(shown.span[0], id).toBeLessThanOrEqual(scene.span[0]);
      expect(shown.span[1], id).toBeGreaterThanOrEqual(scene.span[1]);
    }
  });

  test('each event: in focus, at noon of its civil day, with room on both sides', () => {
    for (const { id, date } of story.events) {
      const shown = ask({ event: id });
      expectSound(shown, id);
      expect(shown.focus, id).toEqual([id]);
      expect(civilDate(shown.at.ms), id).toBe(civilDate(date.start, date.offset));
      expect(shown.at.ms - shown.span[0], id).toBeGreaterThanOrEqual(3 * DAY_MS);
      expect(shown.span[1] - shown.at.ms, id).toBeGreaterThanOrEqual(3 * DAY_MS);
    }
  });

  test('a date: it stands there, and its period makes room', () => {
    for (const date of ['1990-05-01', '2013-08-21', '2014-03-07', '2040-01-01']) {
      const shown = ask({ at: instant(date) });
      expectSound(shown, date);
      expect(civilDate(shown.at.ms), date).toBe(date);
      expect(shown.span[0], date).toBeLessThanOrEqual(own.span[0]);
      expect(shown.span[1], date).toBeGreaterThanOrEqual(own.span[1]);
    }
  });

  test('a period: exactly this, whatever date, step or event goes with it', () => {
    const [from, to] = [utc('2013-12-01'), utc('2014-03-01')];
    const others: Asked[] = [
      {},
      { at: instant('2012-01-01') },
      { at: instant('2020-01-01') },
      { at: instant('2014-01-31') },
      ...steps.map(({ id }) => ({ step: id })),
      ...story.events.map(({ id }) => ({ event: id })),
    ];
    for (const other of others) {
      const shown = ask({ ...other, from, to });
      expect(shown.span, JSON.stringify(other)).toEqual([from, to]);
      expectSound(shown, JSON.stringify(other));
    }
    expect(ask({ from, to, at: instant('2012-01-01') }).at.ms).toBe(from);
    expect(ask({ from, to, at: instant('2020-01-01') }).at.ms).toBe(to - 1);
    expect(ask({ from, to, at: instant('2014-01-31') }).at).toEqual(instant('2014-01-31'));
  });

  test('one end of a period: the other is the view’s', () => {
    const middle = Math.round((own.span[0] + own.span[1]) / 2);
    const begun = ask({ from: middle });
    expect(begun.span[0]).toBe(middle);
    expect(begun.span[1]).toBeGreaterThanOrEqual(own.span[1]);
    const ended = ask({ to: middle });
    expect(ended.span[0]).toBeLessThanOrEqual(own.span[0]);
    expect(ended.span[1]).toBe(middle);
    expectSound(begun, 'begun');
    expectSound(ended, 'ended');
  });

  test('an end beyond its own period: as if it had not been said', () => {
    for (const wrong of [
      { from: own.span[1] + 30 * DAY_MS },
      { from: utc('2500-01-01') },
      { to: own.span[0] },
      { to: 0 },
    ]) {
      const shown = ask(wrong);
      expect(shown, JSON.stringify(wrong)).toEqual(ask({}));
    }
  });

  test('a date together with an event or a step: the date wins, the rest stays', () => {
    const at = instant('2014-02-20');
    const { id, scene } = steps[5]!;
    const event = story.events[20]!.id;
    expect(ask({ event, at })).toMatchObject({ at, focus: [event] });
    expect(ask({ step: id, at })).toMatchObject({ at, focus: scene.focus, camera: scene.camera });
  });

  test('an event together with a step: called up in the step’s scene, by the view’s own way if it has one', () => {
    const { id, scene } = steps[5]!;
    const event = story.events[20]!.id;
    expect(ask({ step: id, event })).toMatchObject({ focus: [event], camera: scene.camera });
    const asked: [string, Scene][] = [];
    const shown = sceneFor(data, { step: id, event }, days, (ref, from) => {
      asked.push([ref, from]);
      return { ...from, camera: 'called' };
    });
    expect(asked).toEqual([[event, scene]]);
    expect(shown).toMatchObject({ camera: 'called', focus: scene.focus });
  });

  test('anything: nothing that it was given is changed', () => {
    const before = structuredClone(data);
    ask({ step: steps[2]!.id, at: instant('1990-01-01'), event: story.events[3]!.id });
    expect(data).toEqual(before);
  });
});

describe('the step that is meant', () => {
  const told = { steps, texts };
  const at = (index: number | undefined): number => steps[index!]!.scene.at.ms;

  test('by its id, whatever else is said', () => {
    steps.forEach(({ id }, i) => {
      expect(meantStep(told, { step: id }), id).toBe(i);
      expect(meantStep(told, { step: id, event: story.events[0]!.id, at: instant('2014-01-31') }), id).toBe(
        i,
      );
    });
  });

  test('by an event: the step that tells of it', () => {
    let found = 0;
    for (const { id } of story.events) {
      const index = meantStep(told, { event: id });
      expect(index === undefined ? undefined : steps[index]!.id, id).toBe(texts.events[id]!.step);
      if (index === undefined) continue;
      found += 1;
      expect(meantStep(told, { event: id, at: instant('1990-01-01') }), id).toBe(index);
    }
    expect(found).toBeGreaterThan(100);
  });

  test('by a day: the last in time that is not after it, on every day of the story', () => {
    const first = Math.min(...steps.map(({ scene }) => scene.at.ms));
    for (let ms = first; ms < utc('2026-06-01'); ms += DAY_MS) {
      const index = meantStep(told, { at: { ms, offset: 0 } });
      const before = steps.map(({ scene }) => scene.at.ms).filter((date) => date < ms + DAY_MS);
      expect(at(index), new Date(ms).toISOString()).toBe(Math.max(...before));
    }
  });

  test('of several on a date, the first; before all of them, none', () => {
    const date = steps[0]!.scene.at;
    expect(steps.filter(({ scene }) => scene.at.ms === date.ms).length).toBeGreaterThan(1);
    expect(steps[meantStep(told, { at: date })!]!.scene.at.ms).toBe(date.ms);
    expect(meantStep(told, { at: instant('1990-01-01') })).toBeUndefined();
    expect(meantStep({ ...told, steps: [] }, { at: date })).toBeUndefined();
  });

  test('by nothing, or nothing known: none, or what else is said', () => {
    expect(meantStep(told, {})).toBeUndefined();
    expect(meantStep(told, { step: 'nowhere' })).toBeUndefined();
    expect(meantStep(told, { event: 'nothing' })).toBeUndefined();
    expect(at(meantStep(told, { step: 'nowhere', at: instant('2014-07-02') }))).toBe(utc('2014-07-02'));
    expect(at(meantStep(told, { event: 'nothing', at: instant('2014-07-02') }))).toBe(utc('2014-07-02'));
  });
});

describe('links of the text in an embed', () => {
  const ROOT = '../../';
  const links = (html: string): RegExpMatchArray[] => [...html.matchAll(/<a\b([^>]*)>/g)];
  const attribute = (tag: string, name: string): string | undefined =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  const all = story.chapters.flatMap((chapter) => chapter.steps);
  let ids: Set<string>;
  beforeAll(() => {
    ids = new Set(
      [
        ['event', story.events],
        ['place', [...story.places, ...story.areas]],
        ['voyage', story.voyages],
        ['actor', story.actors],
        ['term', story.glossary],
      ].flatMap(([kind, list]) => (list as { id: string }[]).map(({ id }) => `${String(kind)}-${id}`)),
    );
  });

  test('each of them leads out of the frame, to a page of the story that knows the target', () => {
    let seen = 0;
    for (const { id, html } of all) {
      for (const [tag] of links(outward(html, story, ROOT))) {
        seen += 1;
        const href = attribute(tag, 'href') ?? '';
        if (steps.some((step) => href === `#${step.id}`)) continue; // within the frame
        expect(attribute(tag, 'target'), `${id}: ${tag}`).toBe('_blank');
        expect(attribute(tag, 'rel'), `${id}: ${tag}`).toBe('noopener');
        const [, page, target = ''] = /^\.\.\/\.\.\/(.*)#(.*)$/.exec(href) ?? [];
        if (page === 'sources/') {
          expect(
            story.sources.map((source) => `source-${source.id}`),
            href,
          ).toContain(target);
        } else {
          expect(page, `${id}: ${href}`).toBe('');
          expect(ids, href).toContain(target);
        }
      }
    }
    expect(seen).toBeGreaterThan(500);
  });

  test('a note’s leads to the note’s own source', () => {
    const numbers = new Map(story.notes.map(({ number, source }) => [number, source]));
    for (const { id, html } of all) {
      const before = links(html).map(([tag]) => attribute(tag, 'href') ?? '');
      const after = links(outward(html, story, ROOT)).map(([tag]) => attribute(tag, 'href') ?? '');
      expect(after.length, id).toBe(before.length);
      before.forEach((href, i) => {
        const number = /^#note-(\d+)$/.exec(href)?.[1];
        if (number) expect(after[i], id).toBe(`${ROOT}sources/#source-${numbers.get(Number(number))}`);
      });
    }
  });

  test('nothing but the links and the level of headings is changed', () => {
    const bare = (html: string): string =>
      html.replaceAll(/ (?:href|target|rel)="[^"]*"/g, '').replaceAll(/<(\/?)h4\b/g, '<$1h3');
    for (const { id, html } of all) expect(bare(outward(html, story, ROOT)), id).toBe(bare(html));
  });

  test('a page of the story from the root; steps, other sites, unknown notes and plain text as they are', () => {
    const html =
      '<a href="./sources/">1</a><a href="#montreux">2</a><a href="https://un.example/#event-x">3</a>' +
      '<a href="#note-99999">4</a> The text href=&quot;#event-x&quot;';
    const out = outward(html, story, '../../../../');
    expect(out).toContain('<a href="../../../../sources/" target="_blank" rel="noopener">1</a>');
    expect(out.slice(out.indexOf('1</a>'))).toBe(html.slice(html.indexOf('1</a>')));
  });
});
