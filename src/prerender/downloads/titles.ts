/** Titles as bibliographies write them. */
import { plainTitle } from '#hosts/sources/listing.ts';
import type { Source } from '#model/story.ts';

/** The heading itself, or, for a text without one, our description in the customary square brackets. */
export function citedTitle(source: Source): string {
  return source.descriptive ? `[${plainTitle(source)}]` : source.title;
}
