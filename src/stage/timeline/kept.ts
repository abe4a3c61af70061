/** Layouts of scenes, kept while the strip has one size: those of the neighbours are made before they are needed. */
import type { Scene } from '#model/scene.ts';
import type { TimelineSize } from './geometry.ts';
import { layoutPicture, type TimelinePicture } from './layout.ts';
import { strings } from './strings.ts';
import { civilDay, type TimelineData } from './timeline-data.ts';

type Shown = Pick<Scene, 'at' | 'span' | 'focus'>;
const kept = new WeakMap<Shown, { data: TimelineData; key: string; picture: TimelinePicture }>();

/** The layout of a scene, made at most once for a size. */
export function keptPicture(data: TimelineData, scene: Shown, size: TimelineSize): TimelinePicture {
  const key = JSON.stringify(size);
  const known = kept.get(scene);
  if (known?.key === key && known.data === data) return known.picture;
  const rest = civilDay(scene.at.ms, scene.at.offset);
  const picture = layoutPicture(data, scene.span, scene.focus, size, strings, rest);
  kept.set(scene, { data, key, picture });
  return picture;
}
