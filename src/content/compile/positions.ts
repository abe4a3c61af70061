/** A disputed question as the step shows it: each side with date and sources, then what is established. */
import { formatDate, parseDate } from '#model/dates.ts';
import { attributes, escapeHtml } from '../markdown/html.ts';
import type { EntryOf } from '../schema/index.ts';
import type { ContentStrings } from '../strings.ts';

type PositionFile = EntryOf<'positions'>;
type StatementFile = PositionFile['statements'][number];

/** The name of a holder that is an actor's id, else the holder's own words. */
export type HolderName = (holder: string) => string;

/** The statements in the order the position promises. */
export function orderStatements(position: PositionFile, name: HolderName, language: string): StatementFile[] {
  const collator = new Intl.Collator(language);
  return [...position.statements].sort((a, b) =>
    position.order === 'date'
      ? parseDate(a.stated).start - parseDate(b.stated).start
      : collator.compare(name(a.holders[0] as string), name(b.holders[0] as string)),
  );
}

function listOf(names: readonly string[], and: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}

/** @param cite the HTML of one citation. */
export function renderPosition(
  position: PositionFile,
  {
    name,
    cite,
    strings,
    language,
  }: {
    name: HolderName;
    cite: (source: string) => string;
    strings: ContentStrings;
    language: string;
  },
): string {
  const title = `position-${position.id}-title`;
  const sides = orderStatements(position, name, language).map((statement) => {
    const date = parseDate(statement.stated);
    // `datetime` knows no intervals and no “about”: the first day stands for them.
    const machine = (statement.stated.split('/')[0] as string).replace('~', '');
    const cites = statement.sources.map(cite).join('').replaceAll('</sup><sup class="cites">', ', ');
    return (
      `<div class="side"><dt>${escapeHtml(listOf(statement.holders.map(name), strings.and))}</dt>` +
      `<dd><p>${escapeHtml(statement.text)}</p>` +
      `<p class="said"><time${attributes({ datetime: machine })}>${escapeHtml(formatDate(date))}</time>${cites}</p></dd></div>`
    );
  });
  const order = position.order === 'date' ? strings.inOrderOfDate : strings.inAlphabeticalOrder;
  return (
    `<aside${attributes({ class: 'positions', 'data-position': position.id, 'aria-labelledby': title })}>` +
    `<h4${attributes({ class: 'positions-title', id: title })}>${escapeHtml(position.question)}</h4>` +
    `<dl>${sides.join('')}</dl>` +
    `<p class="order">${escapeHtml(order)}</p>` +
    `<p class="established"><strong>${escapeHtml(strings.established)}</strong> ${escapeHtml(position.established)}</p></aside>`
  );
}
