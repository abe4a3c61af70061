import type { Scene } from '#model/scene.ts';
import type { StageData } from '#stage/stage-data.ts';

/** The stage's properties; assigning `scene` redraws it. Scenes are replaced, never changed, hence raw. */
export function createStageProps(data: StageData, first: Scene): { data: StageData; scene: Scene } {
  let scene = $state.raw(first);
  return {
    data,
    get scene() {
      return scene;
    },
    set scene(next) {
      scene = next;
    },
  };
}
