/** `/embed/event/<id>/`: a card for each event, whole without any script. */
import { render } from 'svelte/server';
import story from 'virtual:story';
import EventPage from '#hosts/embed/event/EventPage.svelte';
import { cards } from '#hosts/embed/pieces.ts';
import { cardTexts } from '#hosts/story/card-texts.ts';
import { withoutMarkers } from '../markers.ts';
import { embedPage } from './common.ts';
import { embedRoot } from '../releases.ts';
import type { EmbedContext, EmbedPage } from './page.ts';

export function* pages(context: EmbedContext): Iterable<EmbedPage> {
  const texts = cardTexts(story);
  for (const piece of cards(story)) {
    const event = piece.event!;
    const text = texts.events[event]!;
    const root = embedRoot(piece.path);
    const { body, head } = render(EventPage, { props: { story, event, texts, root } });
    yield embedPage(story, piece, context, {
      attributes: {},
      description: text.what,
      canonical: text.step === undefined ? '' : `#${text.step}`,
      head,
      body: withoutMarkers(body),
      data: null,
    });
  }
}
