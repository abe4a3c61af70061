import type { Instant, Ref, Scene } from '#model/scene.ts';
import { NOTHING_LIT, type StageActions } from '#stage/actions.ts';
import type { Notice } from '#stage/notice.ts';
import type { StageData } from '#stage/stage-data.ts';

/**
 * What a view draws: assigning one part redraws what hangs on it. Values are replaced, never changed, hence raw.
 */
export class ViewState {
  readonly actions: StageActions;
  scene: Scene;
  at: Instant;
  lit: ReadonlySet<Ref> = $state.raw(NOTHING_LIT);

  constructor(first: Scene, actions: StageActions) {
    this.actions = actions;
    this.scene = $state.raw(first);
    this.at = $state.raw(first.at);
  }
}

/** The stage's properties. */
export class StageState extends ViewState {
  readonly data: StageData;
  notice: Notice | undefined = $state.raw();
  upcoming: readonly Scene[] = $state.raw([]);

  constructor(data: StageData, first: Scene, actions: StageActions) {
    super(first, actions);
    this.data = data;
  }
}
