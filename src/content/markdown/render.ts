/**
 * Story Markdown to HTML. Its output is trusted by the pages: everything is escaped here, and whatever is not in
 * the story's Markdown (raw HTML, images, tables …) is a problem, never output.
 */
import type { Token, Tokens } from 'marked';
import { NOT_OURS, renderProse, type RenderContext, type Rendered } from './inline.ts';
import { lex } from './lexer.ts';
import type { Located } from './located.ts';

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

function renderQuote(
  quote: Tokens.Blockquote,
  at: Located,
  context: RenderContext,
  nested: boolean,
): Rendered {
  // Markdown lets the lines after a quote run on in it; here that would move prose out of sight.
  const stray = /\n(?! {0,3}>)(?=[^\n]*\S)/.exec(at.text);
  if (stray && !nested) {
    context.problem(
      at.at(stray.index + 1),
      'this line still belongs to the quote above; begin it with > or leave an empty line before it',
    );
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
  const html = context.directive(
    name,
    argument.trim(),
    inner.slice(whole.length),
    inner.slice(0, whole.length),
  );
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
            : 'the only headings are those that open a step or a section: ## Heading {#id}',
        );
        break;
      }
      case 'code': {
        const indented = !/^ {0,3}(?:`{3}|~{3})/.test(token.raw);
        context.problem(
          at.at(0),
          indented
            ? 'text indented by four spaces or a tab is code; take the indent away'
            : (NOT_OURS['code'] as string),
        );
        break;
      }
      default:
        context.problem(
          at.at(0),
          NOT_OURS[token.type] ?? `${token.type} is not part of the story’s Markdown`,
        );
    }
  }
  return { html: html.join('\n'), text: text.join('\n') };
}

/** Renders a stretch of Markdown that stands by itself. */
export function renderMarkdown(located: Located, context: RenderContext): Rendered {
  return renderBlocks(lex(located.text), located, context);
}

/** What Markdown takes the beginning of a line for, where only words may stand. */
const BEGINS: Record<string, string> = { list: 'a list', blockquote: 'a quotation', heading: 'a heading' };

/**
 * The inline tokens of a text that is one paragraph; what else stands in it is told.
 * @param what the text as a problem names it: “a heading”.
 */
function lineTokens(located: Located, context: RenderContext, what: string): readonly Token[] {
  const [first, second] = lex(located.text).filter(({ type }) => type !== 'space');
  if (!first) return [];
  const at = located.find(first.raw, 0);
  if (first.type !== 'paragraph') {
    const begins = BEGINS[first.type];
    context.problem(
      located.at(at),
      begins
        ? `${what} is words alone, and this begins ${begins}; a backslash before its mark makes it words`
        : (NOT_OURS[first.type] ?? `${first.type} is not part of the story’s Markdown`),
    );
    return [];
  }
  if (second) {
    context.problem(
      located.at(located.find(second.raw, at + first.raw.length)),
      `${what} is a single paragraph, and here begins another`,
    );
  }
  return (first as Tokens.Paragraph).tokens;
}

/** A single line, without blocks: a heading or a title. Only its words are kept; bindings are printed. */
export function renderLine(located: Located, context: RenderContext, what = 'a heading'): string {
  const tokens = lineTokens(located, context, what);
  for (const token of tokens) {
    if (!['text', 'escape', 'binding'].includes(token.type)) {
      context.problem(
        located.at(located.find(token.raw, 0)),
        `${what} is plain words, with bindings at most`,
      );
    }
  }
  return renderProse(tokens, located, context, false).text;
}

/** A single line with what may stand inside a paragraph: links, emphasis, bindings. Its HTML has no block. */
export function renderInlineLine(located: Located, context: RenderContext, what: string): Rendered {
  return renderProse(lineTokens(located, context, what), located, context, false);
}
