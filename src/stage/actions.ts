/** What a stage tells its host, and what the host lights up on the stage for a moment. */
import type { Camera, Panel, Ref } from '#model/scene.ts';

export interface StageActions {
  /** Pointer or focus rests on an event, a place or a voyage; nothing: it has left. */
  light(ref: Ref | undefined): void;
  /** One was chosen by press, Enter or tap: the host shows its card beside `anchor`. */
  open(ref: Ref, anchor: HTMLElement): void;
  /** The sides of a position, as an element of the stage's own; nothing where the host has none. */
  sides(position: Ref): HTMLElement | undefined;
  /**
   * A hand moves the map, or sends it back: the host puts the camera into its scene, at once, and gives that to the
   * stage. Told while the hand moves too, about ten times a second. Without it the map cannot be moved.
   */
  move?(camera: Camera): void;
  /**
   * A view was chosen: the host puts the panel into its scene. Without it the stage keeps a choice of its own, for
   * the scene it was made in, and offers the whole stage for pictures of figures.
   */
  choose?(panel: Panel): void;
}

/** For stages nobody listens to: on the server, in stills. */
export const NO_ACTIONS: StageActions = {
  light: () => undefined,
  open: () => undefined,
  sides: () => undefined,
};

export const NOTHING_LIT: ReadonlySet<Ref> = new Set();
