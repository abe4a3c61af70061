/**
 * The whole layout of a timeline, in two halves: the picture, which depends on what is shown and in focus, and
 * the cursor, which depends on the date alone and is all that changes while a reader scrolls.
 */
import { overlaps } from '#model/boxes.ts';
import type { Scene } from '#model/scene.ts';
import { placeArcs, type Arc } from './arcs.ts';
import { placeCursor, type Cursor } from './cursor.ts';
import { frameOf, type Frame, type TimelineSize } from './geometry.ts';
import { boxesOf, namedRank, placeFocusLabels, placeLabels, type PlacedLabel, type Soft } from './labels.ts';
import { markBoxes, placeMarks, wantedMarks, type PlacedMark } from './marks.ts';
import { strings, type TimelineStrings } from './strings.ts';
import { axisTicks, type Tick } from './ticks.ts';
import { civilDay, type TimelineData } from './timeline-data.ts';

export interface TimelinePicture {
  frame: Frame;
  marks: PlacedMark[];
  labels: PlacedLabel[];
  arcs: Arc[];
  ticks: Tick[];
}

export interface TimelineLayout extends TimelinePicture {
  cursor: Cursor;
}

const CLUSTER_WITHIN = 10;

/**
 * Everything but the cursor; `span` in UTC ms, as in a scene.
 * @param rest where the cursor stands as a rule, a civil day: its line should cut no name there
 */
export function layoutPicture(
  data: TimelineData,
  span: readonly [number, number],
  focus: readonly string[],
  size: TimelineSize,
  words: TimelineStrings = strings,
  rest?: number,
): TimelinePicture {
  const frame = frameOf(data, [civilDay(span[0]), civilDay(span[1])], size, focus);
  const clusterWithin = size.clusterWithin ?? CLUSTER_WITHIN;
  const wanted = wantedMarks(data, frame, focus);
  const inFocus = wanted.filter(({ focused }) => focused);
  const others = wanted.filter(({ focused }) => !focused);

  // What is in focus takes its places, then its names, where they cover least of where the others would stand;
  // then the others find rows around both, and names in the room that is left.
  const focusMarks = placeMarks(inFocus, frame, [], [], clusterWithin);
  const likely = placeMarks(others, frame, focusMarks.map(withoutGathered), [], clusterWithin);
  const focusArcs = placeArcs(focusMarks).flatMap(({ boxes }) => boxes);
  const stands = rest === undefined || rest < frame.from || rest > frame.to ? [] : [frame.x(rest)];
  const lines = cursorLines([...focusMarks.map(({ x }) => x), ...stands], frame);
  const soft = [...lines, ...softMarks(likely), ...focusArcs.map((box) => ({ box, cost: ARC_PIECE }))];
  const focusLabels = placeFocusLabels(focusMarks, frame, boxesOf(focusMarks), soft);
  const avoid = focusLabels.map(({ box }) => box);
  const otherMarks = placeMarks(others, frame, focusMarks, avoid, clusterWithin);
  const marks = [...focusMarks, ...otherMarks].sort((a, b) => a.index - b.index);
  const limit = namedRank(marks.length, frame.compact);
  const named = otherMarks.filter(
    (placed) =>
      placed.mark.rank <= limit &&
      (placed.mark.kind !== 'deadline' || placed.flag) &&
      // What a name in focus had to cover after all gets no name to point at it.
      markBoxes(placed).every((box) => avoid.every((name) => !overlaps(box, name))),
  );
  const arcs = placeArcs(marks, avoid);
  const solid = [...boxesOf(marks), ...arcs.flatMap(({ boxes }) => boxes)];
  const otherLabels = placeLabels(named, frame, solid, lines, focusLabels);
  return {
    frame,
    marks,
    labels: [...focusLabels, ...otherLabels],
    arcs,
    ticks: axisTicks(
      frame.from,
      frame.to,
      frame.x,
      frame.width - 2,
      Math.max(12, frame.px - 1),
      words,
      frame.compact ? 16 : 22,
      true,
    ),
  };
}

/** A timeline as a pure function of a scene; `rest` as in `layoutPicture`. */
export function layoutTimeline(
  data: TimelineData,
  scene: Pick<Scene, 'at' | 'span' | 'focus'>,
  size: TimelineSize,
  words: TimelineStrings = strings,
  rest?: number,
): TimelineLayout {
  const picture = layoutPicture(data, scene.span, scene.focus, size, words, rest);
  return { ...picture, cursor: placeCursor(scene.at, picture.frame, words) };
}

/** A mark under a name, a deadline's flag, which has no other place to go, and a twelfth of an arc. */
const MARK = 2;
const FLAG = 3;
const ARC_PIECE = 0.5;

/** Where the cursor stands, and where it is likely to stop on its way, on what is in focus: it should cut no name. */
const CURSOR = 2;

function cursorLines(xs: readonly number[], { y1 }: Frame): Soft[] {
  return xs.map((x) => ({ box: { x0: x - 1, y0: 0, x1: x + 1, y1 }, cost: CURSOR }));
}

function softMarks(marks: readonly PlacedMark[]): Soft[] {
  return marks.flatMap((mark) => markBoxes(mark).map((box) => ({ box, cost: mark.flag ? FLAG : MARK })));
}

/** A copy that a trial may gather into without trace. */
function withoutGathered(mark: PlacedMark): PlacedMark {
  return { ...mark, gathered: [] };
}
