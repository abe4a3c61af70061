/** The contents of the cards of events, places and voyages: DOM made from the fetched texts. */
import type { Ref } from '#model/scene.ts';
import type { CardTexts, EventText, PositionText } from './card-texts.ts';
import { button, element, link, row } from './elements.ts';
import { strings } from './strings.ts';

export interface CardActions {
  /** Opens the card of something the open one names. */
  open(ref: Ref): void;
  /** Shows a thing on the map; absent where it has no place there. */
  seeOnMap(ref: Ref): (() => void) | undefined;
  /** From the page to the root of the site. */
  root: string;
  /** Where steps are, if not on the page itself: the address that `#step` is put to. */
  story?: string;
}

function sources(ids: readonly string[], { sources: names }: CardTexts, root: string): HTMLElement {
  const line = row(
    'kicker',
    ids.map((id) => link(`${root}sources/#source-${id}`, names[id] ?? id)),
  );
  line.prepend(`${ids.length === 1 ? strings.source : strings.sources}: `);
  return line;
}

function position(text: PositionText, texts: CardTexts, root: string): HTMLElement {
  const details = element('details', 'sides');
  details.append(element('summary', '', text.question));
  for (const side of text.sides) {
    const line = element('p', '');
    line.append(element('strong', '', side.who), ` (${side.date}): ${side.text}`);
    details.append(line, sources(side.sources, texts, root));
  }
  const established = element('p', '');
  established.append(element('strong', '', `${strings.established}: `), text.established);
  details.append(established);
  return details;
}

/** “See on map · Read in the story”. */
function ways(ref: Ref, step: string | undefined, actions: CardActions): HTMLElement | undefined {
  const see = actions.seeOnMap(ref);
  const items = [
    ...(see ? [button(strings.seeOnMap, see)] : []),
    ...(step === undefined ? [] : [link(`${actions.story ?? ''}#${step}`, strings.readInStory)]),
  ];
  return items.length > 0 ? row('ways', items) : undefined;
}

function event(ref: Ref, text: EventText, texts: CardTexts, actions: CardActions): HTMLElement[] {
  const way = ways(ref, text.step, actions);
  return [
    element('p', 'kicker', [text.date, text.place, text.thread].filter(Boolean).join(' · ')),
    element('p', 'title', text.title),
    element('p', '', text.what),
    ...(text.note ? [element('p', 'kicker', text.note)] : []),
    ...(text.positions ?? []).flatMap((id) => {
      const disputed = texts.positions[id];
      return disputed ? [position(disputed, texts, actions.root)] : [];
    }),
    sources(text.sources, texts, actions.root),
    ...(way ? [way] : []),
  ];
}

/**
 * The card of an event, a place or a voyage; nothing for an id that is none of them.
 * @param steps the step that tells of a place or a voyage, where one does
 */
export function cardContent(
  ref: Ref,
  texts: CardTexts,
  actions: CardActions,
): { label: string; nodes: HTMLElement[] } | undefined {
  const happened = texts.events[ref];
  if (happened) return { label: happened.title, nodes: event(ref, happened, texts, actions) };
  const voyage = texts.voyages[ref];
  if (voyage) {
    const way = ways(ref, undefined, actions);
    return {
      label: voyage.title,
      nodes: [
        element('p', 'kicker', voyage.dates),
        element('p', 'title', voyage.title),
        element('p', '', voyage.ship),
        ...(voyage.note ? [element('p', 'kicker', voyage.note)] : []),
        sources(voyage.sources, texts, actions.root),
        ...(way ? [way] : []),
      ],
    };
  }
  const place = texts.places[ref];
  if (!place) return undefined;
  const list = element('ul', 'happened');
  for (const id of place.events) {
    const item = texts.events[id];
    if (!item) continue;
    const entry = element('li', '');
    entry.append(
      element('span', 'kicker', `${item.date} `),
      button(item.title, () => actions.open(id)),
    );
    list.append(entry);
  }
  const way = ways(ref, undefined, actions);
  return {
    label: place.name,
    nodes: [
      ...(place.where ? [element('p', 'kicker', place.where)] : []),
      element('p', 'title', place.name),
      ...(place.events.length > 0 ? [list] : []),
      ...(way ? [way] : []),
    ],
  };
}
