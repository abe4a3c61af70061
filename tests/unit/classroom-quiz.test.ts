/** The quiz: what is right follows from the content, and nothing on the page gives it away. */
import { describe, expect, test } from 'vitest';
import { inPlace, tally, target } from '#hosts/classroom/marking.ts';
import { BADGE, baseLevels, placeBadges, quizMap } from '#hosts/classroom/quiz-map.ts';
import { quizViews, type OrderView, type PlaceView } from '#hosts/classroom/quiz.ts';
import { overlaps } from '#model/boxes.ts';
import { classroomStory, LEVELS } from './classroom-fixture.ts';

const views = quizViews(classroomStory(), LEVELS);

describe('what is right', () => {
  test('is the option marked so, the actor named, the point of the place', () => {
    const [choice, , place, who] = views;
    expect(choice).toMatchObject({ number: 1, right: 1 });
    expect(who).toMatchObject({ right: 1, options: ['The desk', 'The &lt;mission&gt;'] });
    expect((place as PlaceView).map.points[(place as PlaceView).right]).toMatchObject({ place: 'harbour' });
    expect(place).toMatchObject({ name: 'Old Harbour', right: 1 });
  });

  test('is the order of the dates, whatever the order they are offered in', () => {
    const order = views[1] as OrderView;
    expect(order.events.map(({ id }) => id)).toEqual(['load-02', 'deadline-end', 'dawn', 'load-01']);
    expect(order.right).toEqual(['dawn', 'load-01', 'deadline-end', 'load-02']);
    expect(order.events[0]?.date).toBe('about 10 February 2014');
  });

  test('names the source of a quotation before the others, and its language', () => {
    const who = views[3]!;
    expect(who.sources.map(({ id }) => id)).toEqual(['wire-report', 'agency-note']);
    expect(who).toMatchObject({ quote: { text: 'nie do przyjęcia', language: 'pl' } });
  });

  test('an id that is not there is an error, not a gap', () => {
    const story = classroomStory();
    story.classroom!.quiz[0]!.sources = ['gone'];
    expect(() => quizViews(story, LEVELS)).toThrow('gone');
  });
});

describe('the map of a question', () => {
  const map = (views[2] as PlaceView).map;

  test('letters its points from west to east, so that their order tells nothing', () => {
    expect(map.points.map(({ letter, place }) => [letter, place])).toEqual([
      ['A', 'westport'],
      ['B', 'harbour'],
      ['C', 'eastport'],
    ]);
    expect(map.points[0]!.x).toBeLessThan(map.points[1]!.x);
    expect(map.points[0]!.y).toBeGreaterThan(map.points[2]!.y);
    for (const { x, y } of map.points) {
      expect(Math.min(x, y, 1 - x, 1 - y)).toBeGreaterThan(0);
    }
  });

  test('says where each point lies, and never its name', () => {
    expect(map.points.map(({ where }) => where)).toEqual([
      'in the south-west of the map, 36.0°\u00a0N, 6.0°\u00a0E',
      'in the middle of the map, 40.0°\u00a0N, 10.0°\u00a0E',
      'in the north-east of the map, 44.0°\u00a0N, 14.0°\u00a0E',
    ]);
    expect(JSON.stringify(map.points.map(({ where }) => where))).not.toMatch(/port|harbour/i);
  });

  test('says south and west of the zero lines', () => {
    const story = classroomStory();
    story.places.find(({ id }) => id === 'westport')!.at = [-8.04, -12.25];
    story.cameras[0]!.bounds = [-20, -20, 20, 50];
    const { points } = quizMap(story, LEVELS, 'sea', ['westport', 'harbour']);
    expect(points[0]?.where).toMatch(/12\.3°\u00a0S, 8\.0°\u00a0W$/);
  });

  test('needs the levels of detail that suit it, and takes them out of the whole markup', () => {
    expect(map.levels).toEqual(['l1']);
    const markup = LEVELS.map(
      ({ id }) =>
        `<g class="level" data-level="${id}"><g id="basemap-${id}"><svg><path d="m${id}"/></svg></g></g>`,
    ).join('');
    expect(baseLevels(markup, ['l1', 'l1'])).toBe('<g id="basemap-l1"><svg><path d="ml1"/></svg></g>');
    expect(baseLevels(markup, ['none'])).toBe('');
  });

  test('keeps letters apart where points lie close together, on the smallest map', () => {
    const size = { width: 270, height: 180 };
    const points = [
      [0.46, 0.5],
      [0.5, 0.5],
      [0.54, 0.5],
      [0.5, 0.57],
      [0.03, 0.03],
    ] as const;
    const bar = { x0: 0, y0: 0, x1: 60, y1: 40 };
    const boxes = placeBadges(points, size, [bar]).map(([dx, dy], index) => {
      const [x, y] = points[index]!;
      const [cx, cy] = [x * size.width + dx, y * size.height + dy];
      return { x0: cx - BADGE / 2, y0: cy - BADGE / 2, x1: cx + BADGE / 2, y1: cy + BADGE / 2 };
    });
    boxes.forEach((box, index) => {
      expect(Math.min(box.x0, box.y0, size.width - box.x1, size.height - box.y1)).toBeGreaterThanOrEqual(0);
      for (const other of [bar, ...boxes.slice(index + 1)]) expect(overlaps(box, other)).toBe(false);
    });
  });
});

describe('marking', () => {
  test('counts what is answered and what is right', () => {
    expect(tally(['open', 'right', 'wrong', 'right'])).toEqual({ answered: 3, right: 2, total: 4 });
    expect(tally([])).toEqual({ answered: 0, right: 0, total: 0 });
  });

  test('tells line by line what stands where it belongs', () => {
    expect(inPlace(['b', 'a', 'c'], ['a', 'b', 'c'])).toEqual([false, false, true]);
  });

  test('moves stop at the ends', () => {
    expect(target(0, -1, 3)).toBe(0);
    expect(target(0, 1, 3)).toBe(1);
    expect(target(2, 1, 3)).toBe(2);
  });
});
