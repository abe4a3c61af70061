/** What the story's Markdown becomes, through the whole of loadStory on a changed second story. */
import { afterAll, describe, expect, test } from 'vitest';
import type { Story } from '#model/story.ts';
import { loadStory } from '#content/load.ts';
import { changedStory, removeCopies, type Change } from '../fixtures/second-story.ts';

afterAll(removeCopies);

const CHAPTER = 'chapters/01-the-last-case.md';
const SECOND = 'chapters/02-the-proof.md';
const END = 'He recovered, and became known as the last person to catch smallpox naturally.';

const load = (...changes: Change[]): Story => loadStory(changedStory(changes)).story;
const steps = (story: Story) => story.chapters.flatMap((chapter) => chapter.steps);

/** The HTML of prose that takes the place of the first step's last sentence. */
function render(markdown: string, ...changes: Change[]): string {
  const story = load({ file: CHAPTER, replace: END, by: `\n\nMARK\n\n${markdown}` }, ...changes);
  return (steps(story)[0]?.html ?? '').split('<p>MARK</p>\n')[1] as string;
}

describe('prose', () => {
  test('paragraphs, emphasis, quotations, lists', () => {
    expect(render('One *two* **three**\nfour.')).toBe('<p>One <em>two</em> <strong>three</strong> four.</p>');
    expect(render('> Said he.')).toBe('<blockquote><p>Said he.</p></blockquote>');
    expect(render('- a\n- b')).toBe('<ul><li>a</li><li>b</li></ul>');
    expect(render('3. a\n4. b')).toBe('<ol start="3"><li>a</li><li>b</li></ol>');
    expect(render('- a\n\n- b')).toBe('<ul><li><p>a</p></li><li><p>b</p></li></ul>');
  });

  test('everything is escaped; typographic quotes stay', () => {
    expect(render('A & B, “c” and \\<b\\> "d"')).toBe('<p>A &amp; B, “c” and &lt;b&gt; &quot;d&quot;</p>');
    expect(render('[x](https://example.org/?a=1&b=2 "no")')).toBe(
      '<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener">x</a></p>',
    );
  });

  test('links to what the stage shows', () => {
    expect(render('[a](event:diagnosis) [b](place:merca) [c](actor:who) [d](term:eradication)')).toBe(
      '<p><a class="ref" data-event="diagnosis" href="#event-diagnosis">a</a> ' +
        '<a class="ref" data-place="merca" href="#place-merca">b</a> ' +
        '<a class="ref" data-actor="who" href="#actor-who">c</a> ' +
        '<a class="term" data-term="eradication" href="#term-eradication">d</a></p>',
    );
  });

  test('numbers within links to events and in quotations need no binding', () => {
    expect(render('[after 9 weeks](event:diagnosis), “9 weeks”')).toContain('after 9 weeks');
    expect(render('> They waited 9 weeks.')).toContain('9 weeks');
  });
});

describe('citations', () => {
  const story = load();

  test('are numbered by first use and count their uses', () => {
    expect(steps(story)[1]?.html).toContain(
      '<sup class="cites"><a class="cite" role="doc-noteref" href="#note-1">' +
        '<span class="visually-hidden">Note </span>1</a></sup>',
    );
    expect(story.notes).toEqual([
      { number: 1, source: 'fenner-1988', steps: ['a-cook', 'the-search', 'signed'] },
      { number: 2, source: 'cdc-history', steps: ['a-cook', 'declared'] },
      { number: 3, source: 'wha33-ar', steps: ['declared'] },
    ]);
    expect(steps(story).map((step) => step.cites)).toEqual([
      ['fenner-1988', 'cdc-history'],
      ['fenner-1988'],
      ['fenner-1988'],
      ['wha33-ar', 'cdc-history'],
    ]);
  });

  test('in a row share one superscript', () => {
    expect(steps(story)[3]?.html.match(/<sup/g)).toHaveLength(1);
    expect(steps(story)[3]?.html).toContain('>3</a>, <a class="cite"');
  });

  test('ids are unique on the page', () => {
    const ids = steps(story).flatMap(({ html }) =>
      [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('bindings', () => {
  const series: Change = {
    file: 'series.yaml',
    write: `series:
  - id: done
    label: Share searched
    short: searched
    unit: percent
    basis: of all districts
    kind: announced
    mark: circle
    points:
      - { date: 1978-03-31, value: 80, approximate: true, by: WHO, grade: A, sources: [fenner-1988] }
      - { date: 1978-01-31, value: 49.3, by: WHO, grade: A, sources: [fenner-1988] }
`,
  };
  test.each([
    [
      '{quantity:contacts}',
      '<data class="figure" value="161" data-quantity="contacts">161\u00a0people</data>',
    ],
    ['{quantity:contacts|161}', '<data class="figure" value="161" data-quantity="contacts">161</data>'],
    [
      '{quantity:contacts|a hundred and sixty-one}',
      '<data class="figure" value="161" data-quantity="contacts">a hundred and sixty-one</data>',
    ],
    [
      '{series:done@1978-01-31}',
      '<data class="figure" value="49.3" data-figure="done@1978-01-31">49.3\u00a0percent</data>',
    ],
    [
      '{series:done@1978-03-31}',
      '<data class="figure" value="80" data-figure="done@1978-03-31">about 80\u00a0percent</data>',
    ],
    [
      '{days:1977-10-26..1977-10-30}',
      '<data class="figure" value="4" data-days="1977-10-26..1977-10-30">four days</data>',
    ],
    [
      '{days:1977-10-30..1977-11-30|thirty-one days}',
      '<data class="figure" value="31" data-days="1977-10-30..1977-11-30">thirty-one days</data>',
    ],
    [
      '{weeks:1977-10-26..1977-11-09}',
      '<data class="figure" value="2" data-weeks="1977-10-26..1977-11-09">two weeks</data>',
    ],
    ['{count:sources}', '<data class="figure" value="3" data-count="sources">three</data>'],
    ['{count:events|five}', '<data class="figure" value="5" data-count="events">five</data>'],
    ['{plain|two sides}', 'two sides'],
    ['{plain|two\nsides}', 'two sides'],
  ])('%s', (markdown, html) => expect(render(markdown, series)).toBe(`<p>${html}</p>`));

  test('a range is said by both ends or one of them', () => {
    const range: Change = { file: 'quantities.yaml', replace: 'value: 161', by: 'value: 161\n    to: 200' };
    expect(render('{quantity:contacts|161 to 200} {quantity:contacts|up to 200}', range)).toContain(
      'up to 200',
    );
  });

  test('a unit in millions is said with its million', () => {
    const millions: Change = {
      file: 'quantities.yaml',
      replace: 'value: 161\n    unit: people',
      by: 'value: 2.3\n    unit: million people',
    };
    expect(render('{quantity:contacts|2.3 million}', millions)).toContain('2.3\u00a0million</data>');
  });

  test('loads and missed deadlines are counted up to a day', () => {
    const mark = (id: string, date: string, rest: string): string =>
      `  - { id: ${id}, date: ${date}, title: T, what: W., thread: proof, sources: [cdc-history], grade: A, ${rest} }\n`;
    const changes: Change[] = [
      {
        file: 'movements.yaml',
        write: `movements:\n${mark('m1', '1978-01-07', 'ordinalStatus: stated')}${mark('m2', '1978-01-27/1978-01-29', 'ordinalStatus: stated')}`,
      },
      {
        file: 'deadlines.yaml',
        write: `deadlines:\n${mark('d1', '1978-01-31', 'setBy: A, setOn: 1978-01-01, requirement: R, met: no, outcome: O')}`,
      },
    ];
    const html = render(
      '{count:movements@1978-01-28} {count:movements@1978-01-29} {count:deadlines-missed@1978-01-30} {count:deadlines-missed@1978-01-31|one}',
      ...changes,
    );
    expect([...html.matchAll(/value="(\d)"[^>]*>(\w+)</g)].map((match) => [match[1], match[2]])).toEqual([
      ['1', 'one'],
      ['2', 'two'],
      ['0', 'no'],
      ['1', 'one'],
    ]);
  });

  test('print in headings, titles and summaries, as words alone', () => {
    const story = load(
      { file: SECOND, replace: 'Declared in Geneva', by: 'After {count:events|five} marks' },
      { file: SECOND, replace: 'title: The proof', by: 'title: "{count:events|Five} proofs"' },
      { file: SECOND, replace: 'than to find it', by: 'than {days:1977-10-26..1977-10-30}' },
    );
    expect(steps(story)[3]?.title).toBe('After five marks');
    expect(story.chapters[1]?.title).toBe('Five proofs');
    expect(story.chapters[1]?.summary).toBe('To show that something is gone takes longer than four days.');
  });
});

describe('positions', () => {
  const positions = (order: string): Change => ({
    file: 'positions.yaml',
    write: `positions:
  - id: when
    question: When did it “end”?
    order: ${order}
    statements:
      - { holders: [who, An <author>], text: "In 1980 & not before.", stated: 1980-05-08, sources: [wha33-ar, fenner-1988] }
      - { holders: [ali-maow-maalin], text: When I was well., stated: 1977-11~, sources: [cdc-history] }
    established: The last case was in 1977.
`,
  });
  const shown: Change = { file: SECOND, append: '\n> [!POSITIONS when]\n' };

  test('stand in the step, each side with holder, date and source', () => {
    const step = steps(load(positions('date'), shown))[3];
    expect(step?.positions).toEqual(['when']);
    expect(step?.html.split('\n').at(-1)).toBe(
      '<aside class="positions" data-position="when" aria-labelledby="position-when-title">' +
        '<h4 class="positions-title" id="position-when-title">When did it “end”?</h4><dl>' +
        '<div class="side"><dt>Ali Maow Maalin</dt><dd><p>When I was well.</p>' +
        '<p class="said"><time datetime="1977-11">about November 1977</time>' +
        '<sup class="cites"><a class="cite" role="doc-noteref" href="#note-2">' +
        '<span class="visually-hidden">Note </span>2</a></sup></p></dd></div>' +
        '<div class="side"><dt>World Health Organization and An &lt;author&gt;</dt><dd><p>In 1980 &amp; not before.</p>' +
        '<p class="said"><time datetime="1980-05-08">8 May 1980</time>' +
        '<sup class="cites"><a class="cite" role="doc-noteref" href="#note-3">' +
        '<span class="visually-hidden">Note </span>3</a>, ' +
        '<a class="cite" role="doc-noteref" href="#note-1">' +
        '<span class="visually-hidden">Note </span>1</a></sup></p></dd></div></dl>' +
        '<p class="order">In order of date.</p>' +
        '<p class="established"><strong>Established:</strong> The last case was in 1977.</p></aside>',
    );
  });

  test('their sources count as the step’s, their words not as its text', () => {
    const step = steps(load(positions('date'), shown))[3];
    expect(step?.cites).toEqual(['wha33-ar', 'cdc-history', 'fenner-1988']);
    expect(step?.text).not.toContain('not before');
  });

  test('are sorted as they say', () => {
    const order = (how: string) =>
      [...(steps(load(positions(how), shown))[3]?.html ?? '').matchAll(/<dt>(\w+)/g)].map(
        (match) => match[1],
      );
    expect(order('date')).toEqual(['Ali', 'World']);
    expect(order('alphabetical')).toEqual(['Ali', 'World']);
    expect(load(positions('date')).positions[0]?.statements.map(({ holders }) => holders[0])).toEqual([
      'ali-maow-maalin',
      'who',
    ]);
  });

  test('one that nothing shows is a warning, not an error', () => {
    const { warnings } = loadStory(changedStory([positions('date')]));
    expect(warnings.map(({ message }) => message)).toEqual(['no step and no mark shows the position “when”']);
  });
});

describe('lines for the wall', () => {
  test('are lines of HTML, beside the step and not in it', () => {
    const story = steps(load());
    expect(story.map(({ wall }) => wall.length)).toEqual([2, 1, 1, 1]);
    expect(story[0]?.wall).toEqual([
      'A cook in <a class="ref" data-place="merca" href="#place-merca">Merca</a> falls ill.',
      'He is the <em>last</em> to catch smallpox naturally.',
    ]);
    expect(story[1]?.wall).toEqual([
      '<data class="figure" value="161" data-quantity="contacts">161\u00a0people</data> had been near him. ' +
        '<strong>None</strong> fell ill.',
    ]);
    expect(story[0]?.html + (story[0]?.text ?? '')).not.toContain('falls ill');
  });

  test('have up to 90 characters as printed, however long they are written', () => {
    const text = `{plain|${'x'.repeat(40)}} [${'y'.repeat(48)}](event:last-rash)`;
    const story = load({
      file: CHAPTER,
      replace: 'He is the *last* to',
      by: `${text}!\n\nx\n\nHe is the last to`,
    });
    expect(steps(story)[0]?.wall[1]).toMatch(/^x{40} <a [^>]*>y{48}<\/a>!$/);
  });
});

describe('a chapter in plain words', () => {
  const plain = (words: string): Change => ({
    file: SECOND,
    replace: 'number: 2',
    by: `number: 2\nplain: ${words}`,
  });

  test('is a line of HTML', () => {
    const story = load(plain('A [cook](place:merca) got well. Then {quantity:contacts} waited.'));
    expect(story.chapters[1]?.plain).toBe(
      'A <a class="ref" data-place="merca" href="#place-merca">cook</a> got well. Then ' +
        '<data class="figure" value="161" data-quantity="contacts">161\u00a0people</data> waited.',
    );
  });

  test('may be left out where the story is not taught', () => {
    expect(load().chapters.map((chapter) => 'plain' in chapter)).toEqual([false, false]);
  });
});

describe('notes for teachers', () => {
  const NOTES = '**Answer** After him nobody was found who could pass the disease on.';

  test('stand beside the step in their parts, without the leads, never in it', () => {
    const [first] = steps(load());
    expect(first?.teach).toEqual({
      minutes: 3,
      point: 'Merca on the map.',
      ask: 'Why did a recovered man matter to the whole world?',
      answer: 'After him nobody was found who could pass the disease on.',
      answerKind: 'answer',
      misunderstanding: 'He did not die of it.',
      sources: [],
    });
    expect(first?.html).not.toContain('Merca on the map');
    expect(first?.text).not.toContain('Merca on the map');
    expect(steps(load())[1]).not.toHaveProperty('teach');
  });

  test.each(['Evidence', 'Evidence for several answers'])('%s is an answer too, of its own kind', (lead) => {
    const teach = steps(load({ file: CHAPTER, replace: '**Answer** After', by: `**${lead}** After` }))[0]
      ?.teach;
    expect(teach?.answerKind).toBe('evidence');
    expect(teach?.answer).toMatch(/^After him nobody/);
  });

  test('go on in the part above where a paragraph has no lead', () => {
    const more = `${NOTES}\n>\n> Nor *after*.\n>\n> - a\n> - b`;
    expect(steps(load({ file: CHAPTER, replace: NOTES, by: more }))[0]?.teach?.answer).toBe(
      'After him nobody was found who could pass the disease on.\n<p>Nor <em>after</em>.</p>\n' +
        '<ul><li>a</li><li>b</li></ul>',
    );
  });

  test('name their sources themselves and leave the numbered notes alone', () => {
    const story = load(
      { file: CHAPTER, replace: 'whole world?', by: 'whole world?[^wha33-ar]' },
      { file: CHAPTER, replace: 'die of it.', by: 'die of it.[^cdc-history][^wha33-ar]' },
    );
    const teach = steps(story)[0]?.teach;
    expect(teach?.ask).toContain(
      'world? <cite class="said-by" data-source="wha33-ar">(World Health Organization)</cite>',
    );
    expect(teach?.sources).toEqual(['wha33-ar', 'cdc-history']);
    expect(story.notes).toEqual(load().notes);
  });
});

describe('the compiled second story', () => {
  const { story, warnings, files } = loadStory(changedStory());

  test('has its scenes, dates and defaults', () => {
    expect(warnings).toEqual([]);
    expect(files).toHaveLength(10);
    const [first, second] = steps(story);
    expect(first?.scene).toEqual({
      at: { ms: Date.UTC(1977, 9, 26), offset: 0 },
      span: [Date.UTC(1977, 9, 1), Date.UTC(1978, 0, 1)],
      camera: 'horn',
      focus: ['last-rash', 'merca'],
      filter: { threads: [], actors: [], places: [], text: '' },
      panel: 'map',
    });
    expect(second?.scene.panel).toBe('timeline');
    expect(story.events.map(({ id }) => id)[0]).toBe('last-rash');
    expect(story.places[0]).toMatchObject({ label: 'Merca', approximate: false, mapped: true });
    expect(story.sources.map(({ seen }) => seen)).toEqual(['original', 'original', 'copy']);
    expect(story.voyages).toEqual([]);
    expect(story.meta.method).toContain('data-quantity="contacts"');
  });

  test('is plain data, and never has a reproduction’s address', () => {
    expect(JSON.parse(JSON.stringify(story))).toEqual(story);
    expect(JSON.stringify(story)).not.toContain('"copy":');
  });
});
