/** The box `> [!WALL]`: one or two short lines of a step, for slides. */
import type { RenderContext } from '../markdown/inline.ts';
import type { Located } from '../markdown/located.ts';
import { renderInlineLine } from '../markdown/render.ts';

const MAX_LINES = 2;
/** As printed; more than this is not read from the back of a room. */
const MAX_CHARACTERS = 90;

/**
 * Each line of the box is a line on the wall.
 * @param argument what stands in the brackets after `WALL`: nothing, if all is well
 * @param at the brackets
 * @returns HTML of one line each
 */
export function compileWall(
  argument: string,
  body: Located,
  at: Located,
  context: Omit<RenderContext, 'cite'>,
): string[] {
  if (argument !== '') {
    context.problem(at.at(at.find(argument, 3)), 'write [!WALL] by itself, and its lines below it');
  }
  const lines = linesOf(body);
  if (lines.length === 0) context.problem(at.at(0), 'the lines for the wall are missing');
  const extra = lines[MAX_LINES];
  if (extra) {
    const box = extra.text.startsWith('[!');
    context.problem(
      extra.at(0),
      box
        ? 'this box runs on from the one above it; leave an empty line before it'
        : `the wall has ${lines.length} lines; at most two fit`,
    );
    if (box) return [];
  }
  return lines.slice(0, MAX_LINES).map((line) => wallLine(line, context));
}

function linesOf(body: Located): Located[] {
  let end = -1;
  return body.text.split('\n').flatMap((line) => {
    const start = end + 1;
    end = start + line.length;
    const from = line.search(/\S/);
    return from < 0 ? [] : [body.slice(start + from, start + line.trimEnd().length)];
  });
}

function wallLine(line: Located, context: Omit<RenderContext, 'cite'>): string {
  if (line.text.startsWith('[!')) {
    context.problem(line.at(0), 'this box runs on from the one above it; leave an empty line before it');
    return '';
  }
  const away = /\]\((?=https?:)/.exec(line.text);
  if (away) {
    context.problem(line.at(away.index + 2), 'a line for the wall has no links to other sites');
  }
  const { html, text } = renderInlineLine(
    line,
    {
      ...context,
      cite: (_, offset) => {
        context.problem(offset, 'a line for the wall has no citations; the step cites');
        return '';
      },
    },
    'a line for the wall',
  );
  const { length } = [...text];
  if (length > MAX_CHARACTERS) {
    context.problem(
      line.at(0),
      `the line has ${length} characters; at most ${MAX_CHARACTERS} fit on the wall`,
    );
  }
  return html;
}
