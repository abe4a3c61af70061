/** Prose to HTML: links, citations, bindings, and the numbers that are neither bound nor marked plain. */
import type { Token, Tokens } from 'marked';
import { FOCUS, MARKS, type Kind, type Known } from '../check/known.ts';
import { findUnbound, PLACEHOLDER } from '../quantities/detect.ts';
import { numbersIn } from '../quantities/numbers.ts';
import { nearest } from '../suggest.ts';
import { bind, bindingFor, isFault, type BindingData } from './bindings.ts';
import { attributes, escapeHtml, keepTogether } from './html.ts';
import type { BindingToken, CiteToken } from './lexer.ts';
import type { Located } from './located.ts';

/** What the renderer needs to know, and where it reports to. */
export interface RenderContext {
  known: Known;
  data: BindingData;
  problem(offset: number, message: string, hint?: { suggestion?: string }): void;
  /** The HTML of one citation. */
  cite(source: string, offset: number): string;
  /** A blockquote that starts with `[!NAME …]`: its HTML, or undefined if it is told as a problem. */
  directive?(name: string, argument: string, body: Located, at: Located): string;
}

export interface Rendered {
  html: string;
  /** The words alone, paragraphs apart by line ends. */
  text: string;
}

interface Scheme {
  kinds: readonly Kind[];
  class: 'ref' | 'term';
}
const SCHEMES: Record<string, Scheme> = {
  event: { kinds: MARKS, class: 'ref' },
  place: { kinds: ['place', 'area'], class: 'ref' },
  actor: { kinds: ['actor'], class: 'ref' },
  voyage: { kinds: ['voyage'], class: 'ref' },
  term: { kinds: ['term'], class: 'term' },
};

/** Ordinary Markdown that the story’s has not, by marked’s name for it, and what to do instead. */
export const NOT_OURS: Record<string, string> = {
  html: 'raw HTML is not allowed; write Markdown',
  image: 'images are not part of a story; the stage draws the pictures',
  table: 'tables are not part of a story’s prose',
  hr: 'rules are not part of a story; a new step or section starts with ## Heading {#id}',
  code: 'code blocks are not part of a story, except the one ```scene after a heading',
  codespan: 'code is not part of a story’s prose; write the words plainly',
  del: 'struck-out text is not part of a story; a ~ needs a backslash before it',
  def: 'link definitions are not part of a story; sources stand in sources.yaml, addresses in the link itself',
  br: 'a line break within a paragraph is not part of a story; leave an empty line for a new paragraph',
  checkbox: 'task lists are not part of a story',
};

/** One paragraph's prose as a reader gets it, with the file's place of each character. */
class Flow {
  text = '';
  readonly offsets: number[] = [];
  readonly exempt: boolean[] = [];
  /** A binding is not closed: what its numbers are, nobody can tell. */
  broken = false;

  add(text: string, offset: (i: number) => number, exempt: boolean): void {
    this.text += text;
    for (let i = 0; i < text.length; i++) {
      this.offsets.push(offset(i));
      this.exempt.push(exempt);
    }
  }
}

/** What is in quotation marks is another's wording. */
function exemptQuotations(flow: Flow): void {
  for (const match of flow.text.matchAll(/“[^”]*”|«[^»]*»|"[^"]*"/g)) {
    for (let i = match.index; i < match.index + match[0].length; i++) flow.exempt[i] = true;
  }
}

function reportUnbound(flow: Flow, context: RenderContext): void {
  if (flow.broken) return;
  exemptQuotations(flow);
  for (const hit of findUnbound(flow)) {
    const words = hit.text.replaceAll(PLACEHOLDER, '').trim();
    const binding = bindingFor(
      numbersIn(hit.text).map((found) => found.value),
      context.data,
    );
    context.problem(
      flow.offsets[hit.start] as number,
      `“${words}” is a quantity neither bound to the data nor marked plain: write {quantity:…|${words}} ` +
        `or another binding, or {plain|${words}}`,
      binding === undefined ? {} : { suggestion: `{${binding}|${words}}` },
    );
  }
}

/** The words of a flow, as plain text. */
const plainText = (flow: Flow): string =>
  flow.text
    .replaceAll(PLACEHOLDER, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

function renderText(
  token: Tokens.Text | Tokens.Escape,
  at: Located,
  flow: Flow,
  context: RenderContext,
  exempt: boolean,
): string {
  if (token.type === 'escape') {
    flow.add(token.text, () => at.at(0), exempt);
    return escapeHtml(token.text);
  }
  const { raw } = token;
  const fault = (pattern: RegExp, message: string): boolean => {
    const match = pattern.exec(raw);
    if (match) context.problem(at.at(match.index), message);
    return match !== null;
  };
  fault(/&(?:[a-z]+\d*|#\d+|#x[\da-f]+);/i, 'HTML entities are not allowed; write the character itself');
  fault(/\[\^/, 'this citation is misspelt; write [^source-id] without spaces');
  fault(/\]\s+\((?=[a-z]+:)/, 'no space may stand between [text] and (address)');
  fault(/\[[^\]]*\]\([^)]*$/, 'this link is not closed; write [text](address)');
  const brace = 'a brace opens or closes no binding; write {quantity:id} or put a backslash before the brace';
  if (fault(/[{}]/, brace)) flow.broken = true;
  flow.add(raw, (i) => at.at(i), exempt);
  return escapeHtml(raw.replace(/\n/g, ' '));
}

function renderCite(token: CiteToken, at: Located, flow: Flow, context: RenderContext): string {
  flow.add(PLACEHOLDER, () => at.at(0), true);
  const fault = context.known.fault(['source'], token.id);
  if (token.id === '') context.problem(at.at(0), 'the citation names no source');
  else if (fault) context.problem(at.at(2), fault.message, fault);
  return context.cite(token.id, at.at(0));
}

function renderBinding(token: BindingToken, at: Located, flow: Flow, context: RenderContext): string {
  const result = bind(token.body, context.data);
  if (isFault(result)) {
    context.problem(at.at(1 + result.at), result.message, result);
    flow.add(PLACEHOLDER, () => at.at(0), true);
    return '';
  }
  const printed = keepTogether(result.text);
  flow.add(printed, () => at.at(0), true);
  if (!result.attributes) return escapeHtml(printed);
  const { value, ...rest } = result.attributes;
  return `<data${attributes({ class: 'figure', value, ...rest })}>${escapeHtml(printed)}</data>`;
}

function renderLink(token: Tokens.Link, at: Located, flow: Flow, context: RenderContext): string {
  const { href } = token;
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(href) ?? [];
  const target = SCHEMES[scheme];
  const textAt = token.raw.startsWith('[') ? 1 : 0;
  const hrefAt = at.at(Math.max(0, token.raw.lastIndexOf(href)));
  const numbersExempt = scheme === 'event' || scheme === 'term';
  const inner = renderInline(token.tokens, at.slice(textAt), flow, context, numbersExempt);
  if (target) {
    const fault = context.known.fault(target.kinds, rest);
    if (fault) context.problem(hrefAt + scheme.length + 1, fault.message, fault);
    return `<a${attributes({ class: target.class, [`data-${scheme}`]: rest, href: `#${scheme}-${rest}` })}>${inner}</a>`;
  }
  if (/^https?$/.test(scheme) && URL.canParse(href)) {
    return `<a${attributes({ href, rel: 'noopener' })}>${inner}</a>`;
  }
  const known = [...Object.keys(SCHEMES), 'https'];
  if (scheme) {
    const suggestion = nearest(scheme, known);
    context.problem(
      hrefAt,
      `unknown scheme “${scheme}:”; write ${known.map((name) => `${name}:`).join(', ')}`,
      suggestion === undefined ? {} : { suggestion: `${suggestion}:` },
    );
  } else {
    const id = [...FOCUS, 'actor' as const, 'term' as const].find((kind) => context.known.has([kind], href));
    const meant = id && (MARKS.includes(id) ? 'event' : id === 'area' ? 'place' : id);
    context.problem(
      hrefAt,
      `“${href}” is no address; write ${known.map((name) => `${name}:`).join(', ')} before it`,
      meant === undefined ? {} : { suggestion: `${meant}:${href}` },
    );
  }
  return inner;
}

function renderInline(
  tokens: readonly Token[],
  located: Located,
  flow: Flow,
  context: RenderContext,
  exempt = false,
): string {
  let cursor = 0;
  let html = '';
  for (const token of tokens) {
    const start = located.find(token.raw, cursor);
    const at = located.slice(start, start + token.raw.length);
    cursor = start + token.raw.length;
    switch (token.type) {
      case 'text':
      case 'escape':
        html += renderText(token as Tokens.Text, at, flow, context, exempt);
        break;
      case 'strong':
      case 'em': {
        const { tokens: inner } = token as Tokens.Strong;
        html += `<${token.type}>${renderInline(inner, at, flow, context, exempt)}</${token.type}>`;
        break;
      }
      case 'link':
        html += renderLink(token as Tokens.Link, at, flow, context);
        break;
      case 'cite':
        html += renderCite(token as CiteToken, at, flow, context);
        break;
      case 'binding':
        html += renderBinding(token as BindingToken, at, flow, context);
        break;
      case 'html':
        // Its opening tag has been told.
        if (!token.raw.startsWith('</')) context.problem(at.at(0), NOT_OURS['html'] as string);
        break;
      default:
        context.problem(
          at.at(0),
          NOT_OURS[token.type] ?? `${token.type} is not part of the story’s Markdown`,
        );
    }
  }
  return html;
}

/** Citations stand close to the word before them; several in a row share one superscript. */
const tidy = (html: string): string =>
  html.replace(/\s+(?=<sup class="cites">)/g, '').replaceAll('</sup><sup class="cites">', ', ');

/** One paragraph or line. */
export function renderProse(
  tokens: readonly Token[],
  located: Located,
  context: RenderContext,
  quoted: boolean,
): Rendered {
  const flow = new Flow();
  const html = tidy(renderInline(tokens, located, flow, context, quoted));
  reportUnbound(flow, context);
  return { html, text: plainText(flow) };
}
