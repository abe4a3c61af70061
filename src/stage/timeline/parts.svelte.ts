/** The parts in which a scene's timeline comes: to move all marks and write all names is too much for one frame. */
import type { Scene } from '#model/scene.ts';
import { later } from '../later.svelte.ts';
import { motionless } from '../motionless.ts';
import { TURN } from '../turn.ts';
import { lastMoment, momentsOf } from './cursor.ts';
import type { TimelinePicture } from './layout.ts';
import type { PlacedMark } from './marks.ts';

export interface Drawn {
  scene: Pick<Scene, 'span' | 'focus'>;
  /** Of that scene. */
  picture: TimelinePicture;
}

/** What stands in one lane. */
export interface Lane {
  marks: readonly PlacedMark[];
  /** The civil day that divides its past from its future; it changes only when one of its marks turns. */
  moment: number;
  /** Its marks are those of a strip of another height: not to be seen. */
  gone?: boolean;
}

export interface Parts {
  /** By thread, each a frame after the one above it. */
  readonly lanes: readonly Lane[];
  /** The picture whose names and arcs are shown: a frame after the last lane. */
  readonly named: TimelinePicture;
}

/**
 * What of a new scene is shown by now. Another size of the same scene is there at once, and so is everything where
 * nothing may move. In a scene of another height no mark and no name stands where it stood before: they are gone until it
 * is their turn. Made within a component, as effects are.
 * @param threads how many lanes there are
 * @param day the cursor's civil day
 */
export function inParts(read: () => Drawn, threads: number, day: () => number): Parts {
  const atOnce = ({ scene }: Drawn): boolean => scene === read().scene || motionless();
  const turned = ({ picture }: Drawn): boolean => picture.frame.height !== read().picture.frame.height;
  const lanes = Array.from({ length: threads }, (_, thread) => {
    const marks = $derived(read().picture.marks.filter(({ mark }) => mark.thread === thread));
    const moments = $derived(momentsOf(marks.map(({ mark }) => mark)));
    const moment = $derived(lastMoment(moments, day()));
    const lane = $derived({ ...read(), marks, moment });
    const taken = later(() => lane, TURN.lanes);
    const shown = $derived.by((): Lane => {
      const last = taken();
      if (atOnce(last)) return lane;
      return turned(last) ? { ...last, gone: true } : last;
    });
    return () => shown;
  });
  const last = later(read, TURN.names);
  const named = $derived.by(() => {
    const { picture } = read();
    if (atOnce(last())) return picture;
    return turned(last()) ? { ...picture, labels: [], arcs: [] } : last().picture;
  });
  return {
    get lanes() {
      return lanes.map((lane) => lane());
    },
    get named() {
      return named;
    },
  };
}
