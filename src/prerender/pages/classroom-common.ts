/** What the classroom page and its sheets have in common. */
import type { PlaceView, QuizView } from '#hosts/classroom/quiz.ts';
import { baseLevels } from '#hosts/classroom/quiz-map.ts';
import type { Story } from '#model/story.ts';
import { SITE_CARD } from '../cards/site-card.ts';
import { headTags } from '../head/index.ts';
import { withoutMarkers } from '../markers.ts';
import type { PageContext, PageParts } from '../page.ts';

interface Rendered {
  title: string;
  description: string;
  /** From the site's root, with a slash at its end. */
  path: string;
  html: { body: string; head: string };
}

/** A finished page of the classroom. */
export function classroomPage(
  { meta }: Story,
  { root, siteUrl }: PageContext,
  { title, description, path, html }: Rendered,
): PageParts {
  return {
    language: meta.language,
    direction: meta.direction,
    attributes: {},
    head:
      headTags({
        title,
        description,
        language: meta.language,
        siteName: meta.title,
        path,
        root,
        siteUrl,
        card: { path: SITE_CARD, alt: `${meta.title}: ${meta.dek}` },
      }) + html.head,
    body: withoutMarkers(html.body),
  };
}

/** The parts of the base map that the quiz's maps are made of. */
export function quizBasemap(markup: string, quiz: readonly QuizView[]): string {
  const maps = quiz.filter((item): item is PlaceView => item.kind === 'place');
  return baseLevels(
    markup,
    maps.flatMap(({ map }) => map.levels),
  );
}
