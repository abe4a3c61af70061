/** The parts in which a scene's timeline comes: to move all marks and write all names is too much for one frame. */
import type { Scene } from '#model/scene.ts';
import { later } from '../later.svelte.ts';
import { motionless } from '../motionless.ts';
import { TURN } from '../turn.ts';
import type { TimelinePicture } from './layout.ts';

export interface Drawn {
  scene: Pick<Scene, 'span' | 'focus'>;
  /** Of that scene. */
  picture: TimelinePicture;
}

export interface Parts {
  /** The picture whose marks stand in the lower lanes: a frame after the others. */
  readonly lower: TimelinePicture;
  /** The picture whose names and arcs are shown: a frame after that. */
  readonly named: TimelinePicture;
}

/**
 * What of a new scene is shown by now. Another size of the same scene is there at once, and so is everything where
 * nothing may move. In a scene of another height no mark and no name stands where it stood before: marks are there at
 * once, names not until it is their turn. Made within a component, as effects are.
 */
export function inParts(read: () => Drawn): Parts {
  const second = later(read, TURN.lower);
  const third = later(read, TURN.names);
  const atOnce = ({ scene }: Drawn): boolean => scene === read().scene || motionless();
  const turned = ({ picture }: Drawn): boolean => picture.frame.height !== read().picture.frame.height;
  const lower = $derived(atOnce(second()) || turned(second()) ? read().picture : second().picture);
  const named = $derived.by(() => {
    const { picture } = read();
    if (atOnce(third())) return picture;
    return turned(third()) ? { ...picture, labels: [], arcs: [] } : third().picture;
  });
  return {
    get lower() {
      return lower;
    },
    get named() {
      return named;
    },
  };
}
