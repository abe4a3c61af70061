/** content/README.md is right: its tables are the schemas', and every example in it passes them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Known } from '#content/check/known.ts';
import { placer, type TextFile } from '#content/files/text.ts';
import { validate } from '#content/files/validate.ts';
import { parseYaml } from '#content/files/yaml.ts';
import { keyTable, TABLES, withTables } from '#content/manual.ts';
import { bind, isFault, type BindingData } from '#content/markdown/bindings.ts';
import { compileTeach } from '#content/compile/teach.ts';
import { compileWall } from '#content/compile/wall.ts';
import { parseChapter } from '#content/markdown/chapter.ts';
import { parseGuide } from '#content/markdown/guide.ts';
import type { RenderContext } from '#content/markdown/inline.ts';
import { Located } from '#content/markdown/located.ts';
import { formatProblem, type ContentProblem } from '#content/problem.ts';
import { DATA_FILES } from '#content/schema/index.ts';
import { contentStrings } from '#content/strings.ts';

const manual = readFileSync(new URL('../../content/README.md', import.meta.url), 'utf8');

const fileOf = (name: string, text: string): TextFile => ({ name, path: name, text, placeOf: placer(text) });

describe('the tables of keys', () => {
  test('are those of the schemas; if not: node scripts/write-manual.mjs', () => {
    expect(withTables(manual)).toBe(manual);
  });

  test.each(TABLES)('there is one for %s', (name) => expect(manual).toContain(`<!-- keys:${name} -->`));

  test.each(TABLES)('every key of %s says what it is for', (name) => {
    const rows = keyTable(name).split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.endsWith('|  |'))).toEqual([]);
  });
});

describe('the examples', () => {
  const fences = [...manual.matchAll(/^```yaml ([\w./-]+)\n([\s\S]*?)^```$/gm)].map(
    (match) => [match[1] as string, match[2] as string] as const,
  );

  test.each(fences)('%s passes the schema', (name, text) => {
    const schema = DATA_FILES[name];
    if (!schema) throw new Error(`no content file is called ${name}`);
    const file = fileOf(name, text);
    const yaml = parseYaml({ file, start: 0, end: text.length });
    const problems: ContentProblem[] = [...yaml.problems];
    validate(schema, yaml, problems);
    expect(problems.map(formatProblem)).toEqual([]);
  });

  test('there is one for every file', () => {
    expect(fences.map(([name]) => name).sort()).toEqual(Object.keys(DATA_FILES).sort());
  });

  test('the chapter passes too', () => {
    const text = /^````markdown chapter\n([\s\S]*?)^````$/m.exec(manual)?.[1] as string;
    const problems: ContentProblem[] = [];
    const chapter = parseChapter('example', fileOf('example.md', text), problems);
    expect(problems.map(formatProblem)).toEqual([]);
    expect(chapter.front?.value.title).toBe('Before dawn');
    expect(chapter.steps.map(({ id, scene }) => [id, scene?.value?.camera])).toEqual([
      ['half-past-two', 'ghouta'],
    ]);
  });

  test('its boxes are whole', () => {
    const problems: string[] = [];
    const known = new Known();
    const context = {
      known,
      data: {
        known,
        quantities: new Map(),
        series: new Map(),
        strings: contentStrings('en'),
        language: 'en',
      },
      problem: (_: number, message: string) => problems.push(message),
    } as unknown as RenderContext;
    const box = (name: string): [argument: string, body: Located, at: Located] => {
      const [, argument = '', text = ''] =
        new RegExp(`^> \\[!${name} ?([^\\]]*)\\]\n((?:>.*\n)*)`, 'm').exec(manual.split('````')[1] ?? '') ??
        [];
      const body = text.replaceAll(/^> ?/gm, '');
      return [argument, Located.of(body, 0), Located.of(`[!${name}]`, 0)];
    };
    for (const kind of ['place', 'quantity', 'source'] as const) known.markUnreadable(kind);
    expect(compileWall(...box('WALL'), context)).toHaveLength(2);
    const teach = compileTeach(...box('TEACH'), context, () => '');
    expect(problems).toEqual([]);
    expect(teach).toMatchObject({ minutes: 4, point: 'the suburb on the map.', answerKind: 'answer' });
    expect(teach.misunderstanding).toMatch(/^is that/);
  });

  test('the guide has its sections', () => {
    const text = /^```markdown guide\n([\s\S]*?)^```$/m.exec(manual)?.[1] as string;
    const problems: string[] = [];
    const sections = parseGuide(fileOf('guide.md', text), (_, message) => void problems.push(message));
    expect(problems).toEqual([]);
    expect(sections.map(({ id }) => id)).toEqual(['before']);
  });

  test('the bindings print what the manual says', () => {
    const known = new Known();
    known.add('quantity', 'declared-total');
    known.add('series', 'removed');
    const data = {
      known,
      quantities: new Map([
        ['declared-total', { id: 'declared-total', value: 1300, text: 'about 1,300 tonnes' }],
      ]),
      series: new Map([
        [
          'removed',
          {
            id: 'removed',
            unit: 'percent',
            points: [{ date: '2014-03-20', value: 49.3, approximate: false }],
          },
        ],
      ]),
      movements: [],
      deadlines: [],
      events: 5,
      sources: 3,
      strings: contentStrings('en'),
      language: 'en',
    } as unknown as BindingData;
    const rows = [...manual.matchAll(/^\| (`\{.*?) \| (.*) \|$/gm)];
    expect(rows).toHaveLength(10);
    for (const [, spellings = '', says = ''] of rows) {
      for (const [, body = ''] of spellings.matchAll(/`\{([^}]*)\}`/g)) {
        const result = bind(body.replace('\\|', '|'), data);
        expect(isFault(result) ? result.message : '', body).toBe('');
        const quoted = /“([^”]+)”/.exec(says)?.[1];
        if (quoted && !isFault(result)) expect(result.text).toBe(quoted);
      }
    }
  });
});
