import type { Scene } from '#model/scene.ts';
import { StageState } from '../story/stage-state.svelte.ts';

/** The stage's properties on a wall, where a hand may move its map and choose its picture. */
export class WallState extends StageState {
  /** The slide's own scene: the way back. */
  own: Scene | undefined = $state.raw();
  /** Of the smallest label, px. */
  textSize = $state(12);
}
