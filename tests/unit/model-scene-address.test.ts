/** Scenes survive the way into an address and back; bad addresses show something sensible. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadStory } from '#content/load.ts';
import { DAY_MS } from '#model/dates.ts';
import { readInstant, readScene, writeInstant, writeScene, type KnownIds } from '#model/scene-address.ts';
import { NO_FILTER, PANELS, type Scene } from '#model/scene.ts';

const { story } = loadStory(fileURLToPath(new URL('../../content', import.meta.url)));
const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
const stage = [story.events, story.places, story.voyages, story.areas, story.positions];
const refs = stage.flatMap(ids);
const known: KnownIds = {
  cameras: new Set(ids(story.cameras)),
  refs: new Set(refs),
  threads: new Set(ids(story.threads)),
  actors: new Set(ids(story.actors)),
  places: new Set(ids(story.places)),
};
const given: Scene = {
  at: { ms: 0, offset: 0 },
  span: [-1000, 1000],
  camera: 'world',
  focus: [],
  filter: NO_FILTER,
  panel: 'map',
};

/** A repeatable row of numbers from 0 to 1 (mulberry32). */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function anyScene(next: () => number): Scene {
  const some = (list: readonly string[], most: number): string[] => [
    ...new Set(
      Array.from({ length: Math.floor(next() * most) }, () => list[Math.floor(next() * list.length)]!),
    ),
  ];
  const offset = [0, 0, 180, -300, 330][Math.floor(next() * 5)]!;
  const ms = Math.floor(Date.UTC(2012, 0, 1) + next() * 5000 * DAY_MS);
  const start = Date.UTC(2012, 0, 1) + Math.floor(next() * 900 * DAY_MS);
  return {
    at: { ms: next() < 0.3 ? Math.floor(ms / DAY_MS) * DAY_MS : ms, offset },
    span: [start, start + Math.ceil(next() * 900 * DAY_MS)],
    camera:
      next() < 0.5
        ? [...known.cameras][Math.floor(next() * known.cameras.size)]!
        : { centre: [next() * 360 - 180, next() * 170 - 85], width: 0.01 + next() * 300 },
    focus: some(refs, 6),
    filter: {
      threads: some([...known.threads], 3),
      actors: some([...known.actors], 3),
      places: some([...known.places], 3),
      text: next() < 0.5 ? '' : 'Ḥomṣ & “50 %”, a=b+c#d?',
    },
    panel: PANELS[Math.floor(next() * PANELS.length)]!,
  };
}

describe('a scene in an address', () => {
  it('comes back as it was: every scene of the story', () => {
    for (const { scene } of story.chapters.flatMap(({ steps }) => steps)) {
      expect(readScene(writeScene(scene), given, known)).toEqual(scene);
    }
  });

  it('comes back as it was: any scene, and its address too', () => {
    const next = random(7);
    for (let i = 0; i < 500; i += 1) {
      const scene = anyScene(next);
      const address = writeScene(scene);
      expect(readScene(address, given, known)).toEqual(scene);
      expect(writeScene(readScene(address, given, known))).toBe(address);
    }
  });

  it('reads well', () => {
    const munich = story.chapters.flatMap(({ steps }) => steps).find(({ id }) => id === 'request-in-munich')!;
    expect(writeScene(munich.scene)).toMatch(
      /^at=2014-01-31&from=2\d{3}-\d\d-\d\d&to=2\d{3}-\d\d-\d\d&camera=europe&/,
    );
  });

  it.each([
    '',
    'at=yesterday',
    'at=2014-02-30',
    'at=99999-01-01',
    'from=2014-03-01&to=2014-01-01',
    'camera=mars',
    'camera=1,2',
    'camera=1,2,3,4',
    'camera=NaN,0,10',
    'camera=0,90,10',
    'camera=0,0,0',
    'focus=nothing,here',
    'panel=<script>',
    'threads=x&actors=y&places=z',
    'at[]=1&__proto__=2',
  ])('is ignored where it makes no sense: %s', (query) => {
    expect(readScene(query, given, known)).toEqual(given);
  });

  it('takes what it can of a half-wrong address', () => {
    const scene = readScene('?at=2014-01-31&camera=mars&focus=nothing,load-01,load-01', given, known);
    expect(scene).toEqual({ ...given, at: { ms: Date.UTC(2014, 0, 31), offset: 0 }, focus: ['load-01'] });
  });
});

describe('an instant', () => {
  it.each(['2014-01-31', '2013-08-21T05:00+03:00', '2014-01-31T12:30Z', '2014-01-31T00:00:05.250-05:00'])(
    '%s is written as it was read',
    (text) => expect(writeInstant(readInstant(text)!)).toBe(text),
  );
});
