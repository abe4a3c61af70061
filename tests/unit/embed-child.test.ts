/** What an embed says and hears, against the texts that the hosts' own packages make and take. */
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readCommand, readJson, readVerb } from '#hosts/embed/child/commands.ts';
import { isFramesInit } from '#hosts/embed/child/protocols/amp.ts';
import { datawrapperHeight, datawrapperId } from '#hosts/embed/child/protocols/datawrapper.ts';
import { embedlyHeight } from '#hosts/embed/child/protocols/embedly.ts';
import {
  readResizer,
  resizerMessage,
  resizerSize,
  resizerTitle,
  type FromResizer,
} from '#hosts/embed/child/protocols/iframe-resizer.ts';
import { readOpen } from '#hosts/embed/child/protocols/open-iframe-resizer.ts';
import { isOwn, ownMessage } from '#hosts/embed/child/protocols/own.ts';
import { pymId, pymMessage, readPym } from '#hosts/embed/child/protocols/pym.ts';
import { readWordpress, wordpressSecret } from '#hosts/embed/child/protocols/wordpress.ts';
import { steady } from '#hosts/embed/child/size.ts';
import { bundle } from '../browser/support/hosts-bundle.ts';

const packageFile = (path: string): string => readFileSync(`node_modules/${path}`, 'utf8');

/** An iframe as far as parents look at it, and what they posted into it. */
function fakeFrame(attributes: Record<string, unknown> = {}) {
  const posted: string[] = [];
  const set: Record<string, string> = {};
  const frame = {
    tagName: 'IFRAME',
    style: {} as Record<string, string>,
    contentWindow: { postMessage: (message: string) => posted.push(message) },
    addEventListener() {},
    setAttribute: (name: string, value: string) => (set[name] = value),
    ...attributes,
  };
  return { frame, posted, set };
}

describe('pym', () => {
  interface PymParent {
    _processMessage(event: { data: unknown }): void;
    sendMessage(type: string, payload: string): void;
    onMessage(type: string, handle: (payload: string) => void): void;
  }
  /** The real parent around a made-up iframe. */
  function pymParent(id: string): { parent: PymParent; src: () => string } & ReturnType<typeof fakeFrame> {
    const fake = fakeFrame({ src: '' });
    const element = {
      offsetWidth: 640,
      firstChild: null,
      appendChild() {},
      getElementsByTagName: () => [fake.frame],
    };
    const module = { exports: {} as { Parent: new (id: string, url: string) => PymParent } };
    const window = { addEventListener() {}, location: { href: 'https://news.example/?a=b' } };
    const document = {
      title: 'News',
      querySelectorAll: () => [],
      getElementById: () => element,
      createElement: () => fake.frame,
    };
    runInContext(packageFile('pym.js/dist/pym.v1.js'), createContext({ module, window, document }));
    const parent = new module.exports.Parent(id, 'https://us.example/embed/map/?theme=dark#munich');
    return { parent, src: () => String((fake.frame as unknown as { src: string }).src), ...fake };
  }

  test('the parent takes our height, and our step without line breaks', () => {
    const { parent, set } = pymParent('syria-map');
    parent._processMessage({ data: pymMessage('syria-map', 'height', 431) });
    expect(set['height']).toBe('431px');
    const steps: string[] = [];
    parent.onMessage('step', (id) => steps.push(id));
    parent._processMessage({ data: pymMessage('syria-map', 'step', 'munich\n31') });
    expect(steps).toEqual(['munich 31']);
  });

  test('we find the id the parent made up in the address, and read what it sends', () => {
    const { parent, posted, src } = pymParent('a b+ç');
    const id = pymId(new URL(src()).search);
    // pym itself writes its id without encoding: a plus becomes a blank for its own child, too.
    expect(id).toBe('a b ç');
    const { parent: other, posted: sent, src: address } = pymParent('syria-map');
    expect(pymId(new URL(address()).search)).toBe('syria-map');
    other.sendMessage('width', '340');
    other.sendMessage('goto', 'at:2014-01-31');
    expect(sent.map((text) => readPym('syria-map', text))).toEqual([
      { type: 'width', payload: '340' },
      { type: 'goto', payload: 'at:2014-01-31' },
    ]);
    parent.sendMessage('width', '340');
    expect(readPym('syria-map', posted[0] as string)).toBeUndefined();
  });

  test('an address without an id, or with an absurd one, has no pym', () => {
    expect(pymId('?theme=dark')).toBeUndefined();
    expect(pymId(`?childId=${'x'.repeat(201)}`)).toBeUndefined();
    expect(readPym('a', 'pymxPYMxaxPYMxheight')).toBeUndefined();
  });
});

describe('iframe-resizer 4', () => {
  /** The real parent around a made-up iframe; `deliver` hands it what a child says. */
  function resizerParent(options: object) {
    const fake = fakeFrame({ id: 'embed', src: 'https://us.example/embed/map/' });
    const warnings: unknown[] = [];
    const listeners: Record<string, (event: object) => void> = {};
    const document = { addEventListener() {}, querySelectorAll: () => [], getElementById: () => null };
    const window: Record<string, unknown> = {
      addEventListener: (type: string, listener: (event: object) => void) => (listeners[type] = listener),
      document,
      requestAnimationFrame: (run: () => void) => run(),
    };
    Object.assign(window, { top: window, self: window });
    window['console'] = { warn: (...said: unknown[]) => warnings.push(said) };
    const context = createContext({
      window,
      document,
      console: window['console'],
      getComputedStyle: () => ({}),
      setTimeout: () => 0,
    });
    runInContext(packageFile('iframe-resizer/js/iframeResizer.js'), context);
    (window['iFrameResize'] as (options: object, frame: object) => void)(options, fake.frame);
    const deliver = (data: unknown): void => listeners['message']?.({ data, origin: 'https://us.example' });
    return { ...fake, warnings, deliver };
  }
  const init = (text: string): Extract<FromResizer, { type: 'init' }> => {
    const heard = readResizer(text);
    if (heard?.type !== 'init') throw new Error(`no init: ${text}`);
    return heard;
  };

  test('we read its settings, and it takes our sizes and messages without a warning', () => {
    const got: unknown[] = [];
    const { posted, frame, deliver, warnings } = resizerParent({
      onMessage: ({ message }: { message: unknown }) => got.push(message),
    });
    const { resizer } = init(posted[0] as string);
    expect(resizer).toEqual({ id: 'embed', auto: true, four: true, five: false });
    deliver(resizerSize(resizer.id, { width: 640, height: 431 }, 'init'));
    expect(frame.style['height']).toBe('431px');
    deliver(resizerSize(resizer.id, { width: 640, height: 500 }, 'resizeObserver'));
    expect(frame.style['height']).toBe('500px');
    deliver(resizerMessage(resizer.id, { type: 'step', id: 'a:b' }));
    expect(got).toEqual([{ type: 'step', id: 'a:b' }]);
    expect(warnings).toEqual([]);
    // What it would say to a title: that is why only version 5 gets one.
    deliver(resizerTitle(resizer.id, 'Map'));
    expect(JSON.stringify(warnings)).toContain('Unsupported message');
  });

  test('autoResize: false is heard', () => {
    expect(init(resizerParent({ autoResize: false }).posted[0] as string).resizer.auto).toBe(false);
  });

  test('we read what the host sends afterwards', () => {
    const { frame, posted } = resizerParent({});
    const methods = (frame as unknown as { iFrameResizer: { resize(): void; sendMessage(m: unknown): void } })
      .iFrameResizer;
    methods.resize();
    methods.sendMessage({ type: 'goto', step: 'munich' });
    expect(posted.slice(-2).map(readResizer)).toEqual([
      { type: 'ask' },
      { type: 'message', json: '{"type":"goto","step":"munich"}' },
    ]);
  });
});

test('iframe-resizer 5 and open-iframe-resizer’s imitation are told apart by their fields', () => {
  const five = `[iFrameSizer]${['embed', 8, false, false, 32, true, true, '', 'auto', '', '', 0, false, 'child', 'auto', false, '', '', true, 0, '5.5.9', 3, 0, true].join(':')}`;
  expect(readResizer(five)).toMatchObject({ resizer: { id: 'embed', four: false, five: true } });
  const legacy = /"(\[iFrameSizer\]ID:[^"]*)"/.exec(
    packageFile('@open-iframe-resizer/core/dist/index.js'),
  )?.[1];
  expect(readResizer(legacy as string)).toMatchObject({ resizer: { id: 'ID', four: false, five: false } });
  expect(resizerTitle('embed', 'Map: Syria')).toBe('[iFrameSizer]embed:0:0:title:Map – Syria');
});

test.each([
  '[iFrameSizer]',
  '[iFrameSizer]a:b:c',
  '[iFrameSizer]a:8:maybe:x',
  'iFrameSizer',
  '[iFrameSizer]:8:true',
])('no settings in %s', (text) => expect(readResizer(text)).toBeUndefined());

test('what frames and open-iframe-resizer begin with is in their packages as we expect it', () => {
  const frames = packageFile('@newswire/frames/dist/frames.modern.js');
  expect(frames).toContain('postMessage({sentinel:"amp",type:"frames-init"}');
  expect(isFramesInit({ sentinel: 'amp', type: 'frames-init' })).toBe(true);
  expect(isFramesInit({ sentinel: 'amp', type: 'embed-size' })).toBe(false);
  const open = packageFile('@open-iframe-resizer/core/dist/index.js');
  for (const type of ['iframe-child-init', 'iframe-get-child-dimensions'])
    expect(open).toContain(`type: "${type}"`);
  expect(readOpen({ type: 'iframe-child-init' })).toBe('init');
  expect(readOpen({ type: 'iframe-get-child-dimensions' })).toBe('ask');
  expect(readOpen({ type: 'iframe-resized' })).toBeUndefined();
});

test('Datawrapper’s id comes from the address, and is nothing a stranger’s address contains', () => {
  expect(datawrapperId('map')).toBe('behind-schedule-map');
  expect(datawrapperId('event/munich-conference')).toBe('behind-schedule-event-munich-conference');
  expect(datawrapperId('')).toBe('behind-schedule-embed');
  expect(datawrapperHeight('behind-schedule-map', 431)).toEqual({
    'datawrapper-height': { 'behind-schedule-map': 431 },
  });
});

test('Embedly gets a text with the exact address', () => {
  const src = 'https://us.example/embed/map/?theme=dark#munich';
  expect(JSON.parse(embedlyHeight(src, 431))).toEqual({ context: 'iframe.resize', src, height: 431 });
});

test.each([
  ['https://us.example/embed/map/#?secret=AbCdE12345', 'AbCdE12345'],
  ['https://us.example/embed/map/?theme=dark#munich#?secret=AbCdE12345', 'AbCdE12345'],
  ['https://us.example/embed/map/?secret=AbCdE12345', undefined],
  ['https://us.example/embed/map/#?secret=', undefined],
  [`https://us.example/embed/map/#?secret=${'x'.repeat(65)}`, undefined],
])('WordPress’s secret in %s is %s', (address, secret) => expect(wordpressSecret(address)).toBe(secret));

test('WordPress’s ready brings its secret, and nothing else does', () => {
  expect(readWordpress({ message: 'ready', secret: 'AbCdE12345' })).toBe('AbCdE12345');
  for (const data of [{ message: 'ready' }, { message: 'ready', secret: 5 }, { secret: 'AbCdE12345' }, {}])
    expect(readWordpress(data)).toBeUndefined();
  expect(readWordpress({ message: 'ready', secret: '<b>' })).toBeUndefined();
});

describe('commands', () => {
  test('are a short list with checked values', () => {
    expect(readCommand({ type: 'goto', step: 'munich' })).toEqual({
      type: 'goto',
      target: { step: 'munich' },
    });
    expect(readCommand({ type: 'goto', at: '2014-01-31', event: 'x', html: '<b>' })).toEqual({
      type: 'goto',
      target: { at: '2014-01-31', event: 'x' },
    });
    expect(readCommand({ type: 'theme', theme: 'auto' })).toEqual({ type: 'theme', theme: 'auto' });
    expect(readCommand({ type: 'hello' })).toEqual({ type: 'hello' });
  });

  test.each([
    null,
    undefined,
    0,
    '',
    'goto',
    [],
    {},
    { type: 'goto' },
    { type: 'goto', step: '' },
    { type: 'goto', step: 5 },
    { type: 'goto', step: ['munich'] },
    { type: 'goto', step: 'x'.repeat(101) },
    { type: 'goto', step: 'munich', at: {} },
    { type: 'theme' },
    { type: 'theme', theme: 'blue' },
    { type: 'theme', theme: ['dark'] },
    { type: ['goto'], step: 'munich' },
    { type: 'constructor' },
    { type: 'open', url: 'https://x.example/' },
  ])('%j is none', (data) => expect(readCommand(data)).toBeUndefined());

  test('from pym: a verb and a text', () => {
    const target = (text: string) => {
      const command = readVerb('goto', text);
      return command?.type === 'goto' ? command.target : undefined;
    };
    expect(target('munich')).toEqual({ step: 'munich' });
    expect(target('at:2014-01-31T12:00')).toEqual({ at: '2014-01-31T12:00' });
    expect(target('event:adoption')).toEqual({ event: 'adoption' });
    expect(target('{"step":"munich"}')).toEqual({ step: 'munich' });
    expect(target('{"type":"theme","theme":"dark"}')).toBeUndefined();
    expect(target('{')).toBeUndefined();
    expect(target('')).toBeUndefined();
    expect(readVerb('theme', 'dark')).toEqual({ type: 'theme', theme: 'dark' });
    expect(readVerb('height', '100')).toBeUndefined();
  });

  test('from iframe-resizer: JSON', () => {
    expect(readJson('{"type":"goto","step":"munich"}')).toEqual({ type: 'goto', target: { step: 'munich' } });
    for (const text of ['', '{', 'null', '"goto"', '[]']) expect(readJson(text)).toBeUndefined();
  });

  test('ours carry our name and version', () => {
    const message = ownMessage('step', { id: 'munich', at: '2014-01-31' });
    expect(message).toEqual({
      source: 'behind-schedule',
      v: 1,
      type: 'step',
      id: 'munich',
      at: '2014-01-31',
    });
    expect(isOwn(message)).toBe(true);
    expect(isOwn({ ...message, v: 2 })).toBe(false);
    expect(isOwn({ type: 'goto', step: 'munich' })).toBe(false);
  });
});

describe('heights that take turns', () => {
  /** What is sent of these; as it is in the child, a height that is told already is not even asked about. */
  const run = (heights: [height: number, at: number][]): number[] => {
    const passes = steady();
    const sent: number[] = [];
    for (const [height, at] of heights) {
      if (height !== sent.at(-1) && passes(height, at)) sent.push(height);
    }
    return sent;
  };

  test('end at the taller one', () => {
    const loop = Array.from({ length: 40 }, (_, i): [number, number] => [i % 2 ? 500 : 510, i * 20]);
    const sent = run(loop);
    expect(sent.length).toBeLessThan(6);
    expect(sent.at(-1)).toBe(510);
  });

  test('are let through at a reader’s pace, and so is any third height', () => {
    const reader: [number, number][] = [
      [500, 0],
      [700, 600],
      [500, 1200],
      [700, 1800],
      [500, 2400],
    ];
    expect(run(reader)).toHaveLength(5);
    expect(
      run([
        [500, 0],
        [510, 20],
        [500, 40],
        [510, 60],
        [500, 80],
        [520, 100],
      ]),
    ).toEqual([500, 510, 500, 510, 520]);
  });
});

test('the child weighs at most 3 kB, and is one script without globals, storage or timers', async () => {
  const code = await bundle(`
    import { connect } from '/src/hosts/embed/child/index.ts';
    connect(document.body, { goto() {}, theme() {} }).ready();
  `);
  expect(code).toContain('iframe-child-init');
  expect(brotliCompressSync(code).length).toBeLessThan(3000);
  expect(code).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie|setInterval|setTimeout/);
});
