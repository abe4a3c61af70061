/** What the map that can be moved says itself. */
export const HAND_TEXT = {
  pad: 'Map, can be moved: arrow keys move it, plus and minus zoom, 0 goes back to the scene’s view',
  controls: 'Move the map',
  closer: 'Zoom in',
  farther: 'Zoom out',
  back: 'Back to the scene’s view',
} as const;
