/** When marks glide: from one scene to the next, but not when the strip is first shown or gets another size. */
import { whenIdle } from '../idle.ts';
import type { TimelinePicture } from './layout.ts';

/** How long marks glide, ms; a little longer than the transition in TimelinePicture.svelte. */
const GLIDE = 450;
/** To style the strip anew takes so long on a slow machine, ms. */
const SPARE = 6;

/**
 * An attachment that marks the strip: `live` when changes may move, `moving` while a change of the picture does, for
 * the cursor, which else follows its date at once.
 */
export function gliding(picture: () => TimelinePicture): (node: HTMLElement) => () => void {
  let size = '';
  return (node) => {
    const { width, height, compact } = picture().frame;
    const resized = size !== (size = `${width} ${height} ${compact}`);
    if (!resized) {
      node.classList.add('live', 'moving');
      const timer = setTimeout(() => node.classList.remove('moving'), GLIDE);
      return () => clearTimeout(timer);
    }
    node.classList.remove('live', 'moving');
    // Once what came with the size is drawn; all of the strip is styled anew for it.
    return whenIdle(() => node.classList.add('live'), SPARE);
  };
}
