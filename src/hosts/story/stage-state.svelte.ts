import type { Instant, Ref, Scene } from '#model/scene.ts';
import { NOTHING_LIT, type StageActions } from '#stage/actions.ts';
import type { Notice } from '#stage/notice.ts';
import type { StageData } from '#stage/stage-data.ts';

/** The stage's properties: assigning one redraws what hangs on it. */
export interface StageState {
  readonly data: StageData;
  readonly actions: StageActions;
  scene: Scene;
  at: Instant;
  lit: ReadonlySet<Ref>;
  notice: Notice | undefined;
  upcoming: readonly Scene[];
}

/** Values are replaced, never changed, hence raw. */
export function createStageState(data: StageData, first: Scene, actions: StageActions): StageState {
  let scene = $state.raw(first);
  let at = $state.raw(first.at);
  let lit = $state.raw(NOTHING_LIT);
  let notice = $state.raw<Notice>();
  let upcoming = $state.raw<readonly Scene[]>([]);
  return {
    data,
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
    get notice() {
      return notice;
    },
    set notice(next) {
      notice = next;
    },
    get upcoming() {
      return upcoming;
    },
    set upcoming(next) {
      upcoming = next;
    },
  };
}
