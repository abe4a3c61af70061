/**
 * Story Markdown to HTML. Its output is trusted by the pages: everything is escaped here, and whatever is not in
 * the story's Markdown (raw HTML, images, tables …) is a problem, never output.
 */
import type { Token, Tokens } from 'marked';
import { FOCUS, MARKS, type Kind, type Known } from '../check/known.ts';
import { findUnbound, PLACEHOLDER } from '../quantities/detect.ts';
import { numbersIn } from '../quantities/numbers.ts';
import { nearest } from '../suggest.ts';
import { bind, bindingFor, isFault, type BindingData } from './bindings.ts';
import { attributes, escapeHtml, keepTogether } from './html.ts';
import { lex, type BindingToken, type CiteToken } from './lexer.ts';
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

const NOT_OURS: Record<string, string> = {
  html: 'raw HTML is not allowed; write Markdown',
  image: 'images are not part of a story; the stage draws the pictures',
  table: 'tables are not part of a story’s prose',
  hr: 'rules are not part of a story; a new step starts with ## Heading {#id}',
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
    const binding = bindingFor(numbersIn(hit.text).map((found) => found.value), context.data);
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

function renderText(token: Tokens.Text | Tokens.Escape, at: Located, flow: Flow, context: RenderContext, exempt: boolean): string {
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
        context.problem(at.at(0), NOT_OURS[token.type] ?? `${token.type} is not part of the story’s Markdown`);
    }
  }
  return html;
}

/** Citations stand close to the word before them; several in a row share one superscript. */
const tidy = (html: string): string =>
  html.replace(/\s+(?=<sup class="cites">)/g, '').replaceAll('</sup><sup class="cites">', ', ');

function renderProse(tokens: readonly Token[], located: Located, context: RenderContext, quoted: boolean): Rendered {
  const flow = new Flow();
  const html = tidy(renderInline(tokens, located, flow, context, quoted));
  reportUnbound(flow, context);
  return { html, text: plainText(flow) };
}

function renderList(list: Tokens.List, at: Located, context: RenderContext, quoted: boolean): Rendered {
  let cursor = 0;
  const items = list.items.map((item) => {
    const start = at.find(item.raw.trimEnd(), cursor);
    const whole = at.slice(start, start + item.raw.length);
    cursor = start + item.raw.trimEnd().length;
    const marker = /^\s*(?:[*+-]|\d{1,9}[.)])[ \t]*/.exec(item.raw)?.[0].length ?? 0;
    return renderBlocks(item.tokens, whole.align(item.text, marker), context, { quoted, nested: true });
  });
  const tag = list.ordered ? 'ol' : 'ul';
  const start = list.ordered && list.start !== 1 ? ` start="${list.start}"` : '';
  return {
    html: `<${tag}${start}>${items.map(({ html }) => `<li>${html}</li>`).join('')}</${tag}>`,
    text: items.map(({ text }) => text).join('\n'),
  };
}

function renderQuote(quote: Tokens.Blockquote, at: Located, context: RenderContext, nested: boolean): Rendered {
  // Markdown lets the lines after a quote run on in it; here that would move prose out of sight.
  const stray = /\n(?! {0,3}>)(?=[^\n]*\S)/.exec(at.text);
  if (stray && !nested) {
    context.problem(at.at(stray.index + 1), 'this line still belongs to the quote above; begin it with > or leave an empty line before it');
  }
  const inner = at.align(quote.text, 1);
  const directive = /^\[!([^\]\s]*)[^\S\n]*([^\]\n]*)\]/.exec(quote.text);
  if (!directive) {
    const { html, text } = renderBlocks(quote.tokens, inner, context, { quoted: true, nested: true });
    return { html: `<blockquote>${html}</blockquote>`, text };
  }
  const [whole, name = '', argument = ''] = directive;
  if (!context.directive || nested) {
    context.problem(inner.at(0), `[!${name}] cannot stand here`);
    return { html: '', text: '' };
  }
  const html = context.directive(name, argument.trim(), inner.slice(whole.length), inner.slice(0, whole.length));
  return { html, text: '' };
}

/**
 * Renders block tokens.
 * @param located the text the tokens were lexed from.
 */
export function renderBlocks(
  tokens: readonly Token[],
  located: Located,
  context: RenderContext,
  { quoted = false, nested = false } = {},
): Rendered {
  let cursor = 0;
  const html: string[] = [];
  const text: string[] = [];
  const push = (rendered: Rendered): void => {
    if (rendered.html) html.push(rendered.html);
    if (rendered.text) text.push(rendered.text);
  };
  for (const token of tokens) {
    const start = located.find(token.raw, cursor);
    const at = located.slice(start, start + token.raw.length);
    cursor = start + token.raw.length;
    switch (token.type) {
      case 'space':
        break;
      case 'paragraph': {
        const prose = renderProse((token as Tokens.Paragraph).tokens, at, context, quoted);
        if (prose.html) push({ html: `<p>${prose.html}</p>`, text: prose.text });
        break;
      }
      case 'text':
        push(renderProse((token as Tokens.Text).tokens ?? [], at, context, quoted));
        break;
      case 'list':
        push(renderList(token as Tokens.List, at, context, quoted));
        break;
      case 'blockquote':
        push(renderQuote(token as Tokens.Blockquote, at, context, nested));
        break;
      case 'heading': {
        const setext = !token.raw.startsWith('#');
        context.problem(
          at.at(0),
          setext
            ? 'a line of - or = under a paragraph makes it a heading; leave an empty line between, or take it away'
            : 'the only headings are those of steps: ## Heading {#id}',
        );
        break;
      }
      case 'code': {
        const indented = !/^ {0,3}(?:`{3}|~{3})/.test(token.raw);
        context.problem(at.at(0), indented ? 'text indented by four spaces or a tab is code; take the indent away' : (NOT_OURS['code'] as string));
        break;
      }
      default:
        context.problem(at.at(0), NOT_OURS[token.type] ?? `${token.type} is not part of the story’s Markdown`);
    }
  }
  return { html: html.join('\n'), text: text.join('\n') };
}

/** Renders a stretch of Markdown that stands by itself. */
export function renderMarkdown(located: Located, context: RenderContext): Rendered {
  return renderBlocks(lex(located.text), located, context);
}

/** A single line, without blocks: a heading or a title. Only its words are kept; bindings are printed. */
export function renderLine(located: Located, context: RenderContext): string {
  const tokens = lex(located.text);
  const first = tokens[0];
  if (tokens.length !== 1 || first?.type !== 'paragraph') {
    return located.text;
  }
  for (const token of (first as Tokens.Paragraph).tokens) {
    if (!['text', 'escape', 'binding'].includes(token.type)) {
      context.problem(located.at(located.find(token.raw, 0)), 'a heading is plain words, with bindings at most');
    }
  }
  return renderProse((first as Tokens.Paragraph).tokens, located, context, false).text;
}

