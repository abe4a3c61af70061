/**
 * Notes, terms, names, figures and what the stage shows open in place. People, terms and notes stand at the end of
 * the page already (where they lead without scripts); quotations and the texts of events, places and voyages are
 * fetched, on first use.
 */
import type { Ref } from '#model/scene.ts';
import type { Card } from '#site/card.ts';
import type { LiveStrings } from '#site/strings.ts';
import type { CardTexts } from './card-texts.ts';
import { element, link } from './elements.ts';
import { refOf } from './highlight.ts';
import { once } from './once.ts';

/** A source's quotations and its address, by its id. */
export interface Quotes {
  quotes: Record<string, string[]>;
  addresses: Record<string, string>;
}

/** Where the cards have their texts from. */
export interface CardTextsFrom {
  quotes: () => Promise<Quotes>;
  texts: () => Promise<CardTexts>;
  /** What stands at `#id`. */
  entry: (id: string) => Entry | undefined;
  /** From the page to the root of the site. */
  root: string;
}

/** Fetched on first use. */
const FETCHED: CardTextsFrom = {
  quotes: once<Quotes>('./data/quotes.json'),
  texts: once<CardTexts>('./data/cards.json'),
  entry: copyOf,
  root: './',
};

/** What a link of the text leads to. */
export interface Entry {
  content: HTMLElement;
  /** Of a note: its source. */
  source?: string;
}

/** The contents of a list item of the end matter, without its ids and back links. */
function copyOf(id: string): Entry | undefined {
  const original = document.getElementById(id);
  if (!original) return undefined;
  const copy = element('div', 'copy');
  for (const node of original.childNodes) copy.append(node.cloneNode(true));
  copy.querySelectorAll('.back').forEach((node) => node.remove());
  copy.querySelectorAll('[id]').forEach((node) => node.removeAttribute('id'));
  const { source } = original.dataset;
  return { content: copy, ...(source !== undefined && { source }) };
}

export interface Cards {
  /** Opens the card of an event, a place or a voyage beside an element. */
  open(ref: Ref, anchor: HTMLElement): void;
}

/**
 * Makes every citation, term, name and figure of the story open the card.
 * @param seeOnMap what shows a thing on the map, for things that have a place there
 */
export function openInPlace(
  story: HTMLElement,
  card: Card,
  strings: LiveStrings,
  seeOnMap: (ref: Ref) => (() => void) | undefined,
  { quotes, texts, entry, root }: CardTextsFrom = FETCHED,
): Cards {
  /** What comes from the server comes into an open card; a failure is said, and tried again at the next press. */
  const fetched = (
    fill: (texts: CardTexts) => readonly Node[] | Promise<readonly Node[]>,
    fallback?: Node,
  ): HTMLElement => {
    const content = element('div', 'fetched');
    content.append(element('p', 'kicker', strings.loading));
    texts()
      .then(fill)
      .then(
        (nodes) => content.replaceChildren(...nodes),
        () => content.replaceChildren(fallback ?? element('p', 'kicker', strings.textMissing)),
      );
    return content;
  };

  const open = (ref: Ref, anchor: HTMLElement): void => {
    const label = anchor.getAttribute('aria-label') ?? anchor.textContent ?? '';
    const content = fetched(
      async (all) => {
        // Like the texts, on first use.
        const { cardContent } = await import('./card-content.ts');
        const made = cardContent(ref, all, {
          open: (other) => open(other, anchor),
          seeOnMap: (other) => {
            const see = seeOnMap(other);
            return see && (() => (card.close(), see()));
          },
          root,
        });
        return made?.nodes ?? [];
      },
      (entry(`event-${ref}`) ?? entry(`place-${ref}`) ?? entry(`voyage-${ref}`))?.content,
    );
    // A link of the card that leads to a step of this page closes it.
    content.addEventListener('click', ({ target }) => {
      if ((target as Element).closest('a[href^="#"]')) card.close();
    });
    card.open(anchor, label.trim(), content);
  };

  const citation = (anchor: HTMLAnchorElement): HTMLElement | undefined => {
    const { content, source } = entry(anchor.hash.slice(1)) ?? {};
    if (!content || !source) return content;
    const quote = element('div', '');
    content.append(quote);
    quotes().then(
      ({ quotes: all, addresses }) => {
        quote.append(...(all[source] ?? []).slice(0, 2).map((text) => element('blockquote', '', text)));
        const title = content.querySelector<HTMLAnchorElement>('.title a');
        const address = addresses[source];
        if (title && address) title.href = address;
      },
      () => quote.append(element('p', 'kicker', strings.quoteMissing)),
    );
    content.append(link(`${root}sources/#source-${source}`, strings.inSources));
    return content;
  };

  const figure = (mark: HTMLElement): HTMLElement => {
    const key = mark.dataset['quantity'] ?? mark.dataset['figure'] ?? '';
    const content = element('div', '');
    content.append(
      element('p', 'title', mark.textContent ?? ''),
      fetched(({ figures }) => {
        const text = figures[key];
        if (!text) return [];
        const line = [text.date, text.by, text.derived ? strings.ourArithmetic : ''];
        return [element('p', '', text.basis), element('p', 'kicker', line.filter(Boolean).join(' · '))];
      }),
    );
    return content;
  };

  const contentFor = (anchor: HTMLElement): Node | undefined => {
    if (anchor.matches('data.figure')) return figure(anchor);
    if (anchor.matches('.cite')) return citation(anchor as HTMLAnchorElement);
    return entry((anchor as HTMLAnchorElement).hash.slice(1))?.content;
  };

  // A number without an address of its own becomes a button; days between two dates explain themselves.
  for (const mark of story.querySelectorAll<HTMLElement>(
    'data.figure[data-quantity], data.figure[data-figure]',
  )) {
    mark.tabIndex = 0;
    mark.setAttribute('role', 'button');
  }

  const press = (event: Event): void => {
    const anchor = (event.target as Element).closest<HTMLElement>(
      'a.cite, a.term, a.ref, data.figure[role=button]',
    );
    if (!anchor || !story.contains(anchor)) return;
    const ref = anchor.matches('a.ref') ? refOf(anchor) : undefined;
    if (ref !== undefined) {
      event.preventDefault();
      open(ref, anchor);
      return;
    }
    const content = contentFor(anchor);
    if (!content) return;
    event.preventDefault();
    card.open(anchor, anchor.textContent ?? '', content);
  };
  story.addEventListener('click', (event) => {
    if (!event.metaKey && !event.ctrlKey && !event.shiftKey) press(event);
  });
  story.addEventListener('keydown', (event) => {
    const onFigure = (event.target as Element).matches('data.figure');
    if (onFigure && (event.key === 'Enter' || event.key === ' ')) press(event);
  });
  return { open };
}
