/** What addresses of a lesson's windows say. */
import type { Session } from '#model/session.ts';

export interface Asked {
  path: string;
  slide: string;
  lesson: string | undefined;
}

/** What an address asks for: a path, a slide, and the lesson of the window that opened this one. */
export function asked(address: string = location.href): Asked {
  const { searchParams: query, hash } = new URL(address);
  let slide = '';
  try {
    slide = decodeURIComponent(hash.slice(1));
  } catch {
    // A broken escape names no slide.
  }
  const lesson = query.get('lesson') ?? undefined;
  return {
    path: query.get('path') ?? '',
    slide,
    lesson: lesson !== undefined && /^[a-z0-9]{8,32}$/.test(lesson) ? lesson : undefined,
  };
}

/** An address with the path and the slide that a lesson is at; with the lesson's name, for its other windows. */
export function addressOf(href: string, { path, slide }: Session, lesson?: string): string {
  const address = new URL(href, location.href);
  if (path) address.searchParams.set('path', path);
  else address.searchParams.delete('path');
  if (lesson !== undefined) address.searchParams.set('lesson', lesson);
  address.hash = slide;
  return address.href;
}
