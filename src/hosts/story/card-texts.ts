/** What the cards of events and figures say, fetched on first use as `data/cards.json`. */
import { formatCivil, formatDate } from '#model/dates.ts';
import type { Story } from '#model/story.ts';

export interface CardTexts {
  events: Record<string, { date: string; place?: string; title: string; what: string; note?: string }>;
  /** Keyed as in the prose: a quantity's id, or `series@day`. */
  figures: Record<string, { basis: string; date?: string; by: string; derived: boolean }>;
}

/** All card texts of a story. */
export function cardTexts(story: Story): CardTexts {
  const places = new Map(story.places.map((place) => [place.id, place.label]));
  const publishers = new Map(story.sources.map((source) => [source.id, source.publisher]));
  const named = (ids: string[]): string => [...new Set(ids.map((id) => publishers.get(id) ?? id))].join(', ');
  const events: CardTexts['events'] = {};
  for (const event of story.events) {
    const place = places.get(event.places[0] ?? '');
    events[event.id] = {
      date: formatDate(event.date),
      ...(place ? { place } : {}),
      title: event.title,
      what: event.what,
      ...(event.note ? { note: event.note } : {}),
    };
  }
  const figures: CardTexts['figures'] = {};
  for (const quantity of story.quantities) {
    figures[quantity.id] = {
      basis: quantity.basis,
      ...(quantity.date ? { date: formatDate(quantity.date) } : {}),
      by: named(quantity.sources),
      derived: quantity.derived,
    };
  }
  for (const series of story.series) {
    for (const point of series.points) {
      figures[`${series.id}@${point.date}`] = {
        basis: series.basis,
        date: formatCivil(point.date),
        by: point.by,
        derived: series.kind === 'derived',
      };
    }
  }
  return { events, figures };
}
