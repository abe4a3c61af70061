/**
 * Notes, terms, names and figures open in place. What they show stands at the end of the page already (where they
 * lead without scripts); only quotations and event texts are fetched, on first use.
 */
import type { Card } from '#site/card.ts';
import type { Strings } from '#site/strings.ts';
import type { CardTexts } from './card-texts.ts';

/** Fetches once; a failure is not remembered, so the next press tries again. */
function once<T>(address: string): () => Promise<T> {
  let pending: Promise<T> | undefined;
  return () => {
    pending ??= fetch(address).then((response) => {
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return response.json() as Promise<T>;
    });
    pending.catch(() => (pending = undefined));
    return pending;
  };
}

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

/** The contents of a list item of the end matter, without its ids and back links. */
function copyOf(id: string): HTMLElement | undefined {
  const original = document.getElementById(id);
  if (!original) return undefined;
  const copy = element('div', 'copy', '');
  for (const node of original.childNodes) copy.append(node.cloneNode(true));
  copy.querySelectorAll('.back').forEach((node) => node.remove());
  copy.querySelectorAll('[id]').forEach((node) => node.removeAttribute('id'));
  return copy;
}

/** Makes every citation, term, name and figure of the story open the card. */
export function openInPlace(story: HTMLElement, card: Card, strings: Strings): void {
  const quotes = once<{ quotes: Record<string, string[]> }>('./data/quotes.json');
  const texts = once<CardTexts>('./data/cards.json');

  const citation = (link: HTMLAnchorElement): HTMLElement | undefined => {
    const content = copyOf(link.hash.slice(1));
    const source = link.dataset['source'];
    if (!content || !source) return content;
    const quote = element('div', '', '');
    content.append(quote);
    quotes().then(
      ({ quotes: all }) =>
        quote.append(...(all[source] ?? []).slice(0, 2).map((text) => element('blockquote', '', text))),
      () => quote.append(element('p', 'kicker', strings.quoteMissing)),
    );
    const more = element('a', '', strings.inSources) as HTMLAnchorElement;
    more.href = `./sources/#source-${source}`;
    content.append(more);
    return content;
  };

  const event = (link: HTMLAnchorElement): HTMLElement | undefined => {
    const id = link.dataset['event'] as string;
    const content = element('div', '', '');
    const fallback = copyOf(`event-${id}`);
    texts().then(
      ({ events }) => {
        const text = events[id];
        if (!text) return;
        content.append(
          element('p', 'kicker', [text.date, text.place].filter(Boolean).join(' · ')),
          element('p', 'title', text.title),
          element('p', '', text.what),
        );
        if (text.note) content.append(element('p', 'kicker', text.note));
      },
      () => fallback && content.append(fallback),
    );
    return content;
  };

  const figure = (mark: HTMLElement): HTMLElement => {
    const key = mark.dataset['quantity'] ?? mark.dataset['figure'] ?? '';
    const content = element('div', '', '');
    content.append(element('p', 'title', mark.textContent ?? ''));
    texts().then(
      ({ figures }) => {
        const text = figures[key];
        if (!text) return;
        content.append(element('p', '', text.basis));
        content.append(
          element(
            'p',
            'kicker',
            [text.date, text.by, text.derived ? strings.ourArithmetic : ''].filter(Boolean).join(' · '),
          ),
        );
      },
      () => content.append(element('p', 'kicker', strings.quoteMissing)),
    );
    return content;
  };

  const contentFor = (anchor: HTMLElement): Node | undefined => {
    if (anchor.matches('data.figure')) return figure(anchor);
    const link = anchor as HTMLAnchorElement;
    if (link.matches('.cite')) return citation(link);
    if (link.dataset['event']) return event(link);
    return copyOf(link.hash.slice(1));
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
}
