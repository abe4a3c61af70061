import type { Instant, Ref, Scene } from '#model/scene.ts';
import { NOTHING_LIT, type StageActions } from '#stage/actions.ts';

/** What an embedded view draws; assigning one part redraws what hangs on it. */
export interface EmbedState {
  scene: Scene;
  at: Instant;
  lit: ReadonlySet<Ref>;
  readonly actions: StageActions;
}

/** Values are replaced, never changed, hence raw. */
export function createEmbedState(first: Scene, actions: StageActions): EmbedState {
  let scene = $state.raw(first);
  let at = $state.raw(first.at);
  let lit = $state.raw(NOTHING_LIT);
  return {
    actions,
    get scene() {
      return scene;
    },
    set scene(next) {
      scene = next;
    },
    get at() {
      return at;
    },
    set at(next) {
      at = next;
    },
    get lit() {
      return lit;
    },
    set lit(next) {
      lit = next;
    },
  };
}
