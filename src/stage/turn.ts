/**
 * The turns in which a step comes, one in a frame (`nextFrame`): first what a reader looks at, then the camera, which
 * wants to know what lies over the map, then what stands on the map, and names last.
 */
export const TURN = {
  /** A view comes before the map, or goes. */
  view: 0,
  /** The notice in a corner of the stage. */
  notice: 1,
  /** Map and strip, no longer covered, take up the scene. */
  uncovered: 2,
  /** The camera sets off; lines follow the ground they lie on. */
  camera: 3,
  /** The camera has landed; what stands on the map. */
  map: 4,
  /** The parts of a view before the map. */
  parts: 5,
  /** The strip’s axis, its lanes, one by one, and its names. */
  strip: 6,
  lanes: 7,
  names: 8,
  /** Names on the map, and its buttons. */
  over: 9,
  buttons: 10,
} as const;
