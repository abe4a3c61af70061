/** marked's lexer with our two inline spellings: `[^source]` and `{binding}`. */
import { Marked, type Token } from 'marked';

export interface CiteToken {
  type: 'cite';
  raw: string;
  id: string;
}
export interface BindingToken {
  type: 'binding';
  raw: string;
  body: string;
}

const starts = (mark: string) => (source: string) => {
  const at = source.indexOf(mark);
  return at < 0 ? undefined : at;
};

const marked = new Marked({
  gfm: true,
  extensions: [
    {
      name: 'cite',
      level: 'inline',
      start: starts('[^'),
      tokenizer(source): CiteToken | undefined {
        const match = /^\[\^([^\]\s]*)\]/.exec(source);
        return match ? { type: 'cite', raw: match[0], id: match[1] as string } : undefined;
      },
    },
    {
      name: 'binding',
      level: 'inline',
      start: starts('{'),
      tokenizer(source): BindingToken | undefined {
        const match = /^\{([^{}]*)\}/.exec(source);
        return match ? { type: 'binding', raw: match[0], body: match[1] as string } : undefined;
      },
    },
  ],
});

/** Block tokens, each with its inline tokens. */
export const lex = (markdown: string): Token[] => marked.lexer(markdown);
