/**
 * The box `> [!TEACH minutes=4]`: notes for teachers, in parts that each begin with a bold lead.
 *
 * A part's HTML is without its lead. It begins with the words that run on from the lead, in no block of their own, so
 * that the lead can be put before them; further paragraphs and lists follow as blocks.
 */
import type { Token, Tokens } from 'marked';
import type { Teach } from '#model/lesson.ts';
import type { RenderContext } from '../markdown/inline.ts';
import { renderProse } from '../markdown/inline.ts';
import { lex } from '../markdown/lexer.ts';
import type { Located } from '../markdown/located.ts';
import { renderBlocks } from '../markdown/render.ts';
import { suggest } from '../suggest.ts';
import type { SourceNamer } from './said-by.ts';

type PartName = 'point' | 'ask' | 'answer' | 'misunderstanding';

const LEADS: Record<string, { part: PartName; kind?: Teach['answerKind'] }> = {
  'Point at': { part: 'point' },
  Ask: { part: 'ask' },
  Answer: { part: 'answer', kind: 'answer' },
  Evidence: { part: 'answer', kind: 'evidence' },
  'Evidence for several answers': { part: 'answer', kind: 'evidence' },
  'A common misunderstanding': { part: 'misunderstanding' },
};
const LIST = Object.keys(LEADS)
  .map((lead) => `**${lead}**`)
  .join(', ');

/**
 * @param argument what stands in the brackets after `TEACH`
 * @param at the brackets
 */
export function compileTeach(
  argument: string,
  body: Located,
  at: Located,
  context: Omit<RenderContext, 'cite'>,
  name: SourceNamer,
): Teach {
  const teach: Teach = { minutes: 0, ask: '', answer: '', answerKind: 'answer', sources: [] };
  teach.minutes = Number(/^minutes=(\d+)$/.exec(argument)?.[1] ?? 0);
  if (teach.minutes === 0) context.problem(at.at(0), 'write how long it takes: [!TEACH minutes=4]');
  if (body.text.trim() === '') {
    context.problem(at.at(0), 'the notes for teachers are empty');
    return teach;
  }
  const box = /^\[!/m.exec(body.text);
  if (box) {
    context.problem(
      body.at(box.index),
      'this box runs on from the one above it; leave an empty line before it',
    );
    return teach;
  }
  const cite = (id: string): string => {
    if (!teach.sources.includes(id)) teach.sources.push(id);
    return name(id);
  };
  const parts = new PartReader(body, { ...context, cite }).read();
  for (const { lead, html } of parts.found) {
    const { part, kind } = LEADS[lead] as (typeof LEADS)[string];
    teach[part] = html.join('\n');
    if (kind) teach.answerKind = kind;
  }
  // Of a misspelt lead nobody can tell which part it was meant to begin.
  if (parts.complete) {
    if (!teach.ask)
      context.problem(at.at(0), 'the notes for teachers ask nothing; write a paragraph **Ask** …');
    if (!teach.answer) {
      context.problem(
        at.at(0),
        'the notes for teachers have no answer; write a paragraph **Answer** … or **Evidence** …',
      );
    }
  }
  return teach;
}

interface Part {
  lead: string;
  html: string[];
}

class PartReader {
  private readonly body: Located;
  private readonly context: RenderContext;
  private readonly found: Part[] = [];
  /** False when some lead is none of ours. */
  private complete = true;

  constructor(body: Located, context: RenderContext) {
    this.body = body;
    this.context = context;
  }

  read(): { found: Part[]; complete: boolean } {
    let cursor = 0;
    for (const token of lex(this.body.text)) {
      const start = this.body.find(token.raw, cursor);
      cursor = start + token.raw.length;
      if (token.type === 'space') continue;
      const at = this.body.slice(start, cursor);
      const [first] = token.type === 'paragraph' ? (token as Tokens.Paragraph).tokens : [];
      if (first?.type === 'strong') this.open(token as Tokens.Paragraph, first as Tokens.Strong, at);
      else this.goOn(token, at);
    }
    return { found: this.found, complete: this.complete };
  }

  /** A paragraph that begins with a lead begins a part. */
  private open(paragraph: Tokens.Paragraph, first: Tokens.Strong, at: Located): void {
    const lead = first.text.replace(/\s+/g, ' ').trim();
    const known = LEADS[lead];
    const words = renderProse(paragraph.tokens.slice(1), at.slice(first.raw.length), this.context, false);
    if (!known) {
      this.complete = false;
      this.context.problem(
        at.at(2),
        `unknown lead “${lead}”; write ${LIST}`,
        suggest(lead, Object.keys(LEADS)),
      );
      return;
    }
    const twin = this.found.find((part) => LEADS[part.lead]?.part === known.part);
    if (twin) {
      this.context.problem(
        at.at(2),
        twin.lead === lead
          ? `the lead “${lead}” stands twice in these notes`
          : `these notes have the lead “${twin.lead}” already; write one of the two`,
      );
    }
    if (words.text === '') this.context.problem(at.at(0), `nothing follows the lead “${lead}”`);
    // Something stands there, so that the part does not count as missing besides.
    this.found.push({ lead, html: [words.html.trim() || '…'] });
  }

  /** Whatever has no lead belongs to the part above it. */
  private goOn(token: Token, at: Located): void {
    const { html } = renderBlocks([token], at, this.context);
    const part = this.found.at(-1);
    if (part) part.html.push(html);
    else if (this.complete) {
      this.complete = false;
      this.context.problem(at.at(0), `notes for teachers begin with a bold lead: ${LIST}`);
    }
  }
}
