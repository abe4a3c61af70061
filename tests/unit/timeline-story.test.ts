/** The timeline of the real story, in every scene at every size a stage gives it. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { overlaps, within, type Box } from '#model/boxes.ts';
import { DAY_MS, formatDate } from '#model/dates.ts';
import type { Scene } from '#model/scene.ts';
import { loadStory } from '#content/load.ts';
import { covered, placeCursor } from '#stage/timeline/cursor.ts';
import { keptPicture } from '#stage/timeline/kept.ts';
import { layoutPicture, type TimelinePicture } from '#stage/timeline/layout.ts';
import { strings } from '#stage/timeline/strings.ts';
import { civilDay, timelineData, type TimelineMark } from '#stage/timeline/timeline-data.ts';
import { placeTips, underTips } from '#stage/timeline/tips.ts';
import { dateWords } from '#stage/timeline/when.ts';

const { story } = loadStory(fileURLToPath(new URL('../../content', import.meta.url)));
const data = timelineData(story);
const steps = story.chapters.flatMap((chapter) => chapter.steps);
/** Wide, tall window, portrait tablet, small strips, and a phone’s. */
const SIZES = [
  { width: 870, height: 195, compact: false },
  { width: 1100, height: 240, compact: false },
  { width: 820, height: 150, compact: false },
  { width: 590, height: 150, compact: false },
  { width: 390, height: 100, compact: true },
];
/** First and last day of the story, civil days. */
const [FIRST, LAST] = story.meta.span.map((ms) => ms / DAY_MS) as [number, number];

const restOf = ({ at }: Scene): number => civilDay(at.ms, at.offset);
const cases = SIZES.flatMap((size) =>
  steps.map(({ id, scene }) => ({
    name: `${id} at ${size.width} × ${size.height}`,
    scene,
    picture: keptPicture(data, scene, size),
  })),
);
const everywhere = (check: (one: (typeof cases)[number], whole: Box) => void): void => {
  for (const one of cases) {
    const { width, height } = one.picture.frame;
    check(one, { x0: 0, y0: 0, x1: width, y1: height });
  }
};
const cursorOn = (day: number, picture: TimelinePicture) =>
  placeCursor({ ms: day * DAY_MS, offset: 0 }, picture.frame, strings);
const title = (id: string): string => data.marks.find((mark) => mark.id === id)?.title ?? '';

describe('names', () => {
  it('never touch and are never cut', () => {
    everywhere(({ name, picture: { labels } }, whole) => {
      labels.forEach((label, index) => {
        expect(within(label.box, whole), `${name}: “${title(label.id)}” is cut`).toBe(true);
        for (const other of labels.slice(index + 1)) {
          expect(overlaps(label.box, other.box), `${name}: ${label.id} on ${other.id}`).toBe(false);
        }
      });
    });
  });

  it('are the title, whole or cut after a word', () => {
    everywhere(({ name, picture: { labels } }) => {
      for (const { id, lines, shortened } of labels) {
        const text = lines.join(' ');
        expect(lines.length, name).toBeLessThanOrEqual(2);
        if (!shortened) expect(text).toBe(title(id));
        else
          expect(`${title(id)} `.startsWith(`${text.slice(0, -1)}`) && text.endsWith('…'), text).toBe(true);
      }
    });
  });

  it('keep off the cursor’s line where the scene has it, as far as there is room', () => {
    const cut = (scene: Scene, { labels, frame }: TimelinePicture): number => {
      const x = frame.x(restOf(scene));
      return labels.filter(({ box }) => box.x0 < x && x < box.x1).length;
    };
    for (const size of SIZES) {
      const own = cases.filter(({ picture: { frame } }) => frame.width === size.width);
      const regardless = own.reduce(
        (sum, { scene }) => sum + cut(scene, layoutPicture(data, scene.span, scene.focus, size)),
        0,
      );
      const now = own.reduce((sum, { scene, picture }) => sum + cut(scene, picture), 0);
      expect(regardless, `${size.width} px`).toBeGreaterThan(10);
      expect(now, `${size.width} px`).toBeLessThan(0.9 * regardless);
    }
  });

  it('are found for nearly all that is in focus', () => {
    for (const size of SIZES) {
      const own = cases.filter(({ picture: { frame } }) => frame.width === size.width);
      const missing = own.flatMap(({ picture: { marks, labels } }) =>
        marks.filter(({ focused, mark }) => focused && !labels.some(({ id }) => id === mark.id)),
      );
      expect(
        missing.length,
        `${size.width} px: ${missing.map(({ mark }) => mark.id).join(', ')}`,
      ).toBeLessThanOrEqual(size.compact ? 10 : 4);
    }
  });
});

describe('marks', () => {
  it('of what is in focus and inside the span are drawn, or gathered into one that is', () => {
    everywhere(({ name, scene, picture: { marks, frame } }) => {
      const there = new Set(marks.flatMap(({ mark, gathered }) => [mark.id, ...gathered]));
      for (const mark of data.marks) {
        const inSpan = mark.from < frame.to && (mark.to ?? mark.from + 0.001) > frame.from;
        if (inSpan && scene.focus.includes(mark.id))
          expect(there.has(mark.id), `${name}: ${mark.id}`).toBe(true);
      }
    });
  });

  it('stand at their own dates: nothing is gathered from further than two marks’ width', () => {
    everywhere(({ name, picture: { marks, frame } }) => {
      for (const { x, gathered } of marks) {
        for (const id of gathered) {
          const { from } = data.marks.find((mark) => mark.id === id) as TimelineMark;
          expect(Math.abs(frame.x(Math.max(from, frame.from)) - x), `${name}: ${id}`).toBeLessThanOrEqual(24);
        }
      }
    });
  });
});

describe('the cursor', () => {
  it('stays in the strip on every day of the story', () => {
    everywhere(({ name, picture }, whole) => {
      for (let day = FIRST; day <= LAST; day += 6) {
        const { x, chip, outside } = cursorOn(day, picture);
        const { x0, x1, from, to } = picture.frame;
        if (x < x0 || x > x1 || !within(chip, whole) || outside !== (day < from || day > to)) {
          expect.fail(`${name}: on day ${day} the cursor is at ${x}, its chip from ${chip.x0} to ${chip.x1}`);
        }
      }
    });
  });

  it('leaves a year to be read on the axis, wherever it stands', () => {
    everywhere(({ name, picture }) => {
      const years = picture.ticks.filter(({ label, year }) => label && year);
      const { from, to } = picture.frame;
      for (let day = from - 1; day <= to + 1; day += Math.max(1, (to - from) / 200)) {
        const cursor = cursorOn(day, picture);
        // Inside the span the chip says the year itself.
        if (!cursor.outside) continue;
        expect(
          years.some((tick) => !covered(tick, cursor)),
          `${name}: no year left`,
        ).toBe(true);
      }
      expect(years.length, name).toBeGreaterThan(0);
    });
  });
});

describe('tips', () => {
  it('stay inside the strip and off the axis, where the chip is, and no name that touches them stays', () => {
    everywhere(({ name, picture }) => {
      const { frame, labels, marks } = picture;
      const shown = (): boolean => true;
      for (const { mark } of marks) {
        const named = labels.some(({ id, shortened }) => id === mark.id && !shortened);
        const tips = placeTips([mark.id], data, picture, shown, strings);
        expect(tips.length, `${name}: ${mark.id}`).toBe(named ? 0 : 1);
        const hidden = underTips(tips, labels);
        for (const { box } of tips) {
          const room = { x0: 0, y0: 0, x1: frame.width, y1: cursorOn(frame.from, picture).chip.y0 };
          expect(within(box, room), `${name}: the tip of ${mark.id} is cut or on the axis`).toBe(true);
          for (const label of labels) {
            expect(overlaps(box, label.box) && !hidden.has(label.id), `${name}: ${mark.id}`).toBe(false);
          }
        }
      }
    });
  });

  it('of two marks lit at once stay apart', () => {
    everywhere(({ name, picture }) => {
      const ids = picture.marks.map(({ mark }) => mark.id);
      ids.slice(1).forEach((id, index) => {
        const [a, b] = placeTips([ids[index] as string, id], data, picture, () => false, strings);
        if (a && b) expect(overlaps(a.box, b.box), `${name}: ${a.id} and ${b.id}`).toBe(false);
      });
    });
  });
});

describe('dates made from civil days', () => {
  it('read as the story’s own do', () => {
    const marks = new Map(data.marks.map((mark) => [mark.id, mark]));
    for (const { id, date } of story.events) {
      expect(dateWords(marks.get(id) as TimelineMark), id).toBe(formatDate(date));
      expect(dateWords(marks.get(id) as TimelineMark, true), id).toBe(formatDate(date, true));
    }
  });

  it('cost the page next to nothing: few marks carry their own spelling', () => {
    expect(data.marks.filter(({ edtf }) => edtf).length).toBeLessThan(data.marks.length / 10);
  });
});
