/** The people and terms that the prose names: only these stand at the end of the page. */
import type { Actor, Story, Term } from '#model/story.ts';

/** Collected from the links of the rendered prose, sorted by name. */
export function referenced(story: Story): { actors: Actor[]; terms: Term[] } {
  const html = story.chapters.flatMap((chapter) => chapter.steps.map((step) => step.html)).join('');
  const named = (kind: string): Set<string> =>
    new Set([...html.matchAll(new RegExp(`data-${kind}="([^"]+)"`, 'g'))].map((match) => match[1] as string));
  const actors = named('actor');
  const terms = named('term');
  const collator = new Intl.Collator(story.meta.language);
  return {
    actors: story.actors
      .filter((actor) => actors.has(actor.id))
      .sort((a, b) => collator.compare(a.name, b.name)),
    terms: story.glossary
      .filter((term) => terms.has(term.id))
      .sort((a, b) => collator.compare(a.term, b.term)),
  };
}
