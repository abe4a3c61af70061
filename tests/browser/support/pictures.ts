/** Comparing screenshots. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/**
 * How far a pixel may be off, 0 to 1: a browser composes the same picture with the last bit rounded one way or the
 * other, and smooths an edge that falls between two pixels to this side or that, which nobody sees.
 */
const THRESHOLD = 0.1;

/** How many pixels of two PNGs differ to the eye; all of them where the pictures have not one size. */
export function differentPixels(a: Buffer, b: Buffer): number {
  const [one, other] = [PNG.sync.read(a), PNG.sync.read(b)];
  if (one.width !== other.width || one.height !== other.height) return one.width * one.height;
  return pixelmatch(one.data, other.data, undefined, one.width, one.height, {
    threshold: THRESHOLD,
    includeAA: false,
  });
}
