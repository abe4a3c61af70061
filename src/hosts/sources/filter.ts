/**
 * Narrows the list of sources by publisher, kind and words. The list is complete in the HTML and the form is
 * hidden without scripts; what is chosen stands in the address, so a filtered list can be shared.
 */

export interface Query {
  publisher: string;
  kind: string;
  /** Words that must all occur, in any order. */
  text: string;
}

export const EVERYTHING: Query = { publisher: '', kind: '', text: '' };

/** What a source offers to be found by. */
export interface Entry {
  publisher: string;
  kind: string;
  /** All its words, folded by {@link fold}. */
  words: string;
}

/** Lower case without accents, so that “Esbern” and “Über” are found however they are typed. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").toLowerCase();
}

export function matches(entry: Entry, query: Query): boolean {
  if (query.publisher && entry.publisher !== query.publisher) return false;
  if (query.kind && entry.kind !== query.kind) return false;
  return fold(query.text)
    .split(/\s+/)
    .every((word) => entry.words.includes(word));
}

/** Reads `?publisher=…&kind=…&q=…`. */
export function readQuery(search: string): Query {
  const params = new URLSearchParams(search);
  return {
    publisher: params.get('publisher') ?? '',
    kind: params.get('kind') ?? '',
    text: params.get('q') ?? '',
  };
}

/** The query as `?…`, other parameters kept; empty when nothing is chosen. */
export function writeQuery(query: Query, search = ''): string {
  const params = new URLSearchParams(search);
  const set = (name: string, value: string): void => {
    if (value) params.set(name, value);
    else params.delete(name);
  };
  set('publisher', query.publisher);
  set('kind', query.kind);
  set('q', query.text.trim());
  const text = params.toString();
  return text && `?${text}`;
}

export interface FilterWords {
  shown: (shown: number, total: number) => string;
}

/** Time after the last key press before the count is spoken, ms: speech must not run behind typing. */
const QUIET = 400;

/** Takes over the form of the sources page. Does nothing where there is none. */
export function startFilter(page: Document, words: FilterWords): void {
  const form = page.querySelector<HTMLElement>('[data-source-filter]');
  const list = page.querySelector<HTMLElement>('[data-source-list]');
  const status = page.querySelector<HTMLElement>('[data-source-status]');
  const empty = page.querySelector<HTMLElement>('[data-source-empty]');
  const reset = form?.querySelector<HTMLElement>('[data-source-reset]');
  if (!form || !list || !status || !empty || !reset) return;
  const control = (name: string): HTMLInputElement | HTMLSelectElement =>
    form.querySelector(`[name=${name}]`) as HTMLInputElement | HTMLSelectElement;
  const [publisher, kind, text] = [control('publisher'), control('kind'), control('q')];
  const items = [...list.querySelectorAll<HTMLElement>('[data-source]')].map((element) => ({
    element,
    entry: {
      publisher: element.dataset['publisher'] ?? '',
      kind: element.dataset['kind'] ?? '',
      words: fold(`${element.dataset['publisher'] ?? ''} ${element.textContent}`),
    },
  }));
  const groups = [...list.querySelectorAll<HTMLElement>('[data-publisher-group]')];
  let speaking: ReturnType<typeof setTimeout> | undefined;

  const current = (): Query => ({ publisher: publisher.value, kind: kind.value, text: text.value });
  const apply = (query: Query, wait: number): void => {
    let shown = 0;
    for (const { element, entry } of items) {
      element.hidden = !matches(entry, query);
      if (!element.hidden) shown += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector('[data-source]:not([hidden])');
    empty.toggleAttribute('data-shown', shown === 0);
    clearTimeout(speaking);
    const say = (): void => {
      status.textContent = words.shown(shown, items.length);
    };
    if (wait) speaking = setTimeout(say, wait);
    else say();
  };
  const show = (query: Query): void => {
    publisher.value = query.publisher;
    kind.value = query.kind;
    text.value = query.text;
    apply(current(), 0);
  };
  const keep = (): void => {
    const { pathname, search, hash } = location;
    history.replaceState(history.state, '', pathname + writeQuery(current(), search) + hash);
  };
  const onChange = (wait: number): void => {
    apply(current(), wait);
    keep();
  };
  const everything = (): void => {
    show(EVERYTHING);
    keep();
  };
  /** A link to a source that the filter hides must still lead there. */
  const reveal = (): void => {
    const target = page.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !list.contains(target) || !target.closest('[hidden]')) return;
    everything();
    target.scrollIntoView();
  };

  text.addEventListener('input', () => onChange(QUIET));
  for (const choice of [publisher, kind]) choice.addEventListener('change', () => onChange(0));
  reset.addEventListener('click', () => {
    everything();
    text.focus();
  });
  addEventListener('hashchange', reveal);

  const asked = readQuery(location.search);
  // What a reader chose before this script came is kept.
  if (writeQuery(current())) onChange(0);
  else if (writeQuery(asked)) show(asked);
  reveal();
}
