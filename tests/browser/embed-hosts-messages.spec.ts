/** What hosts and embeds say to each other: commands, events, and what must not be listened to. */
import type { Frame, Page } from '@playwright/test';
import { readChapters } from './support/content.ts';
import { embedIn, expect, fits, heard, listen, own, post, test, type Embed } from './support/hosts.ts';

const STEPS = readChapters().flatMap(({ steps }) => steps.map(({ id }) => id));

const stepOf = (frame: Frame) => expect(frame.locator('html'));
const goto = (embed: Embed, step: string): Promise<void> => post(embed, own({ type: 'goto', step }));

/** Lightness of an embed's ground, 0 to 255. */
const ground = (frame: Frame): Promise<number> =>
  frame.evaluate(() => {
    for (const element of [document.querySelector('main'), document.body, document.documentElement]) {
      const [r = 0, g = 0, b = 0, alpha = 1] = (
        getComputedStyle(element as Element).backgroundColor.match(/[\d.]+/g) ?? []
      ).map(Number);
      if (alpha > 0) return (r + g + b) / 3;
    }
    return 255;
  });
const becomes = (frame: Frame, theme: 'light' | 'dark'): Promise<void> =>
  expect.poll(async () => ((await ground(frame)) > 128 ? 'light' : 'dark')).toBe(theme);

test('our own messages: the host leads, the embed tells', async ({ page, hosts }) => {
  await listen(page);
  await page.goto(`${hosts.url}api.html`);
  const embed = await embedIn(page.locator('iframe'));
  await expect(page.locator('#log')).toContainText('"type":"ready","view":"story"');

  await page.getByRole('button', { name: 'Montreux' }).click();
  await stepOf(embed.frame).toHaveAttribute('data-step', 'montreux');
  await expect(page.locator('#log')).toContainText('"type":"step","id":"montreux","at":"');

  // A step that does not exist changes nothing; the next one shows that the message has been through.
  await page.getByRole('button', { name: 'does not exist' }).click();
  await page.getByRole('button', { name: 'Syria joins' }).click();
  await stepOf(embed.frame).toHaveAttribute('data-step', 'syria-joins');
  const steps = (await heard(page)).filter(({ protocol }) => protocol === 'own step');
  expect(steps.map(({ data }) => (data as { id: string }).id).slice(-2)).toEqual(['montreux', 'syria-joins']);

  await becomes(embed.frame, 'light');
  await page.getByRole('button', { name: 'Dark' }).click();
  await becomes(embed.frame, 'dark');
  await page.getByRole('button', { name: 'Light' }).click();
  await becomes(embed.frame, 'light');
});

for (const name of ['pym-parent', 'iframe-resizer-messages']) {
  test(`${name}: the parent's own way of sending messages works both ways`, async ({ page, hosts }) => {
    await page.goto(`${hosts.url}${name}.html`);
    const { frame, element } = await embedIn(page.locator('iframe'));
    await fits({ frame, element });
    await page.getByRole('button', { name: 'Montreux' }).click();
    await stepOf(frame).toHaveAttribute('data-step', 'montreux');
    await expect(page.locator('#step')).toHaveText('montreux');
    await page.getByRole('button', { name: 'Dark' }).click();
    await becomes(frame, 'dark');
  });
}

test('iframe-resizer as it comes, without onMessage, is not bothered with messages', async ({
  page,
  hosts,
}) => {
  await listen(page);
  await page.goto(`${hosts.url}iframe-resizer.html`);
  const embed = await embedIn(page.locator('iframe'));
  await fits(embed);
  await goto(embed, 'montreux');
  await expect.poll(async () => (await heard(page)).map(({ protocol }) => protocol)).toContain('own step');
  const texts = (await heard(page)).map(({ data }) => data).filter((data) => typeof data === 'string');
  expect(texts.filter((text) => text.includes(':message:'))).toEqual([]);
});

test('a frame beside it is not obeyed', async ({ page, hosts }) => {
  await page.goto(`${hosts.url}four-embeds.html`);
  const story = await embedIn(page.locator('#story'));
  const map = await embedIn(page.locator('#map'));
  await goto(story, 'syria-joins');
  await stepOf(story.frame).toHaveAttribute('data-step', 'syria-joins');
  const arrived = story.frame.evaluate(
    () =>
      new Promise<number>((done) => {
        let count = 0;
        addEventListener('message', ({ source }) => {
          if (source !== parent && (count += 1) === 3) done(count);
        });
      }),
  );
  await map.frame.evaluate(
    (messages) => {
      for (const message of messages) parent.frames[0]?.postMessage(message, '*');
    },
    [
      own({ type: 'goto', step: 'montreux' }),
      own({ type: 'theme', theme: 'dark' }),
      '[iFrameSizer]message:{"type":"goto","step":"montreux"}',
    ],
  );
  expect(await arrived).toBe(3);
  await stepOf(story.frame).toHaveAttribute('data-step', 'syria-joins');
  await becomes(story.frame, 'light');
});

test('twenty steps leave the host’s history alone', async ({ page, hosts }) => {
  await page.goto(`${hosts.url}api.html`);
  const embed = await embedIn(page.locator('iframe'));
  const before = await page.evaluate(() => history.length);
  for (const step of STEPS.slice(0, 20)) {
    await goto(embed, step);
    await stepOf(embed.frame).toHaveAttribute('data-step', step);
  }
  expect(await page.evaluate(() => history.length)).toBe(before);
});

/** Runs on the host page: posts messages that are malformed, absurd, or nearly right. */
function bombard(iframe: Element, [count, pym]: readonly [number, string]): void {
  const target = (iframe as HTMLIFrameElement).contentWindow;
  let seed = 42;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  const texts = [
    '<img src=x data-injected onerror="alert(1)">',
    'javascript:alert(1)',
    'https://evil.example/',
    '__proto__',
    'constructor',
    '../../../etc',
    '',
    '\n',
    '\u0000',
    '{"__proto__":{"step":"montreux"}}',
    'x'.repeat(101),
    'montreux" data-injected="',
    'at:<b data-injected>',
    '2014-99-99',
    '%00%E0%A4%A',
  ];
  const things = [null, undefined, 0, -1, NaN, Infinity, 2n ** 70n, true, [], {}, cycle, new Date(0)];
  const more = [new Map([['type', 'goto']]), new Set([1]), new ArrayBuffer(8), /x/, new Error('x')];
  const any = (): unknown => pick([...texts, ...things, ...more]);
  const types = ['goto', 'theme', 'hello', 'ready', 'height', 'step', 'iframe-child-init', 'open', 'link'];
  const makers: (() => unknown)[] = [
    any,
    () => ({ source: 'behind-schedule', v: pick([1, 1, 1, '1', 2, null]), type: pick([...types, any()]) }),
    () => ({ source: 'behind-schedule', v: 1, type: 'goto', [pick(['step', 'at', 'event', 'href'])]: any() }),
    () => ({ source: 'behind-schedule', v: 1, type: 'theme', theme: any() }),
    () => ({ sentinel: 'amp', type: pick(['frames-init', 'embed-size', any()]), height: any() }),
    () => ({ type: pick(types), targetElementSelector: pick(texts), bodyPadding: pick(texts) }),
    () => ({ message: pick(['ready', 'link', any()]), value: any(), secret: any() }),
    () => ({ 'datawrapper-height': any() }),
    () => `pymxPYMx${pick([pym, '', 'x'])}xPYMx${pick([...types, 'width'])}xPYMx${pick(texts)}`,
    () => `[iFrameSizer]${Array.from({ length: random(30) }, () => pick([...texts, 'true', '0'])).join(':')}`,
    () =>
      `[iFrameSizer]${pick(texts)}:8:false:false:32:true:true:null:a:null:null:0:false:parent:scroll:true`,
    () => `[iFrameSizer]${pick(['message', 'pageInfo', 'moveToAnchor'])}:${pick(texts)}`,
    () => `[iFrameSizer]message:${JSON.stringify({ type: pick(types), step: pick(texts) })}`,
    () => JSON.stringify({ context: 'iframe.resize', src: pick(texts), height: random(9e9) }),
    () => String.fromCharCode(...Array.from({ length: random(40) }, () => random(65536))),
  ];
  const send = (message: unknown): void => target?.postMessage(message, '*');
  for (let i = 0; i < count; i += 1) send(pick(makers)());
  // And some that are too long to be looked at.
  const long = 'y'.repeat(3_000_000);
  send(long);
  send(`pymxPYMx${pym}xPYMxgotoxPYMx${long}`);
  send(`[iFrameSizer]message:{"type":"goto","step":"${long}"}`);
  send({ source: 'behind-schedule', v: 1, type: 'goto', step: long });
  send(Array.from({ length: 100_000 }, (_, i) => i));
}

test('ten thousand hostile messages: no error, no navigation, nothing injected, and it still works', async ({
  page,
  hosts,
}) => {
  page.on('dialog', () => {
    throw new Error('a script was run');
  });
  await page.goto(`${hosts.url}pym-parent.html`);
  const embed = await embedIn(page.locator('iframe'));
  const { frame, element } = embed;
  await fits(embed);
  const address = frame.url();
  const size = await element.evaluate((iframe) => iframe.clientHeight);
  await element.evaluate(bombard, [10_000, 'syria'] as const);

  // Messages come in order: this one is the last.
  await goto(embed, 'montreux');
  await stepOf(frame).toHaveAttribute('data-step', 'montreux');
  expect(frame.url()).toBe(address);
  expect(page.url()).toBe(`${hosts.url}pym-parent.html`);
  await expect(frame.locator('[data-injected]')).toHaveCount(0);
  await expect(page.locator('[data-injected]')).toHaveCount(0);
  expect(STEPS).toContain(await frame.locator('html').getAttribute('data-step'));
  await fits(embed);
  await goto(embed, STEPS[0] as string);
  await stepOf(frame).toHaveAttribute('data-step', STEPS[0] as string);
  expect(await element.evaluate((iframe) => iframe.clientHeight)).toBe(size);
});

/** The names a page has got beyond those of an empty one. */
const globals = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const clean = document.createElement('iframe');
    document.body.append(clean);
    const usual = new Set(Object.getOwnPropertyNames(clean.contentWindow));
    clean.remove();
    return Object.getOwnPropertyNames(window).filter(
      (name) => !usual.has(name) && !/^\d+$|playwright/i.test(name),
    );
  });

test('our script: events come out of the frame, commands go in', async ({ page, hosts }) => {
  await page.addInitScript(() => {
    if (window !== top) return;
    for (const type of ['ready', 'step', 'select']) {
      document.addEventListener(`behind-schedule:${type}`, ({ target, detail }: CustomEventInit & Event) => {
        const list = document.documentElement.dataset;
        list['events'] =
          `${list['events'] ?? ''}${type} ${(target as Element).localName} ${JSON.stringify(detail)}\n`;
      });
    }
  });
  await page.goto(`${hosts.url}script.html`);
  const { element, frame } = await embedIn(page.locator('iframe').first());
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-events', /^ready iframe \{"view":"story"\}/);
  await element.evaluate((iframe) =>
    iframe.dispatchEvent(new CustomEvent('behind-schedule:goto', { detail: { step: 'montreux' } })),
  );
  await stepOf(frame).toHaveAttribute('data-step', 'montreux');
  await expect(html).toHaveAttribute('data-events', /step iframe \{"id":"montreux","at":"[\d-]+/);
  expect(await globals(page)).toEqual([]);

  await test.step('a frame added later is served, too', async () => {
    await page.locator('#add').click();
    await fits(await embedIn(page.locator('#added')));
  });

  await test.step('absurd heights are not taken', async () => {
    const before = await element.evaluate((iframe) => iframe.clientHeight);
    const arrived = page.evaluate(
      () => new Promise<void>((done) => addEventListener('message', ({ data }) => data === 'last' && done())),
    );
    await frame.evaluate(() => {
      const values = [0, -5, NaN, Infinity, 1e9, '10', '100px;position:fixed', null, {}, [20, 30]];
      for (const value of values) {
        parent.postMessage({ source: 'behind-schedule', v: 1, type: 'height', value }, '*');
      }
      for (const odd of [null, undefined, 0, '', [], { source: 'behind-schedule', v: 1 }]) {
        parent.postMessage(odd, '*');
      }
      parent.postMessage('last', '*');
    });
    await arrived;
    expect(await element.evaluate((iframe) => iframe.clientHeight)).toBe(before);
  });
});

test('our script may come late, and twice', async ({ page, hosts, site }) => {
  await listen(page);
  await page.goto(`${hosts.url}plain.html`);
  const embed = await embedIn(page.locator('iframe'));
  const protocols = async (): Promise<string[]> => (await heard(page)).map(({ protocol }) => protocol);
  await expect.poll(protocols).toContain('own ready');
  await embed.element.evaluate((iframe) => {
    iframe.dataset['behindSchedule'] = '';
    iframe.style.height = '200px';
    const { dataset } = document.documentElement;
    dataset['steps'] = '';
    document.addEventListener('behind-schedule:step', () => (dataset['steps'] += 'x'));
  });
  await page.addScriptTag({ url: `${site.url}embed.js` });
  await page.addScriptTag({ url: `${site.url}embed.js` });
  await fits(embed);
  await goto(embed, 'montreux');
  await stepOf(embed.frame).toHaveAttribute('data-step', 'montreux');
  await expect(page.locator('html')).toHaveAttribute('data-steps', 'x');
});

test('our element: the picture stands there until the embed does, and stays if that never comes', async ({
  page,
  hosts,
}) => {
  let hold = true;
  let release = (): void => undefined;
  await page.route('**/embed/map/', async (route) => {
    if (hold) await new Promise<void>((go) => (release = go));
    await route.continue();
  });
  await page.goto(`${hosts.url}element.html`, { waitUntil: 'commit' });
  const element = page.locator('behind-schedule');
  const picture = element.getByRole('img');
  const iframe = element.locator('iframe');
  await expect(picture).toBeVisible();
  await expect(iframe).toBeAttached();
  await expect(iframe).toBeHidden();
  // The link around the picture can be followed.
  expect(
    await picture.evaluate((img) => {
      const { left, top, width, height } = img.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === img;
    }),
  ).toBe(true);
  hold = false;
  release();
  await fits(await embedIn(iframe));
  await expect(iframe).toBeVisible();
  await expect(picture).toBeHidden();
  await expect(iframe).toHaveAttribute('title', 'Behind Schedule');
  await expect(iframe).toHaveAttribute('loading', 'lazy');
});

test.describe('a dark host page', () => {
  // Playwright's usual “light” is forced on every frame, whatever its host says.
  test.use({ colorScheme: null });

  test('has dark embeds where that is asked for, light ones elsewhere', async ({ page, hosts }) => {
    await page.goto(`${hosts.url}dark.html`);
    const auto = await embedIn(page.locator('#auto'));
    const light = await embedIn(page.locator('#light'));
    const told = await embedIn(page.locator('#told'));
    await becomes(auto.frame, 'dark');
    await becomes(told.frame, 'dark');
    await becomes(light.frame, 'light');
    // By keyboard: just after scrolling, a press of the pointer still goes to the frame that stood there before.
    await page.getByRole('button').press('Enter');
    await expect(page.locator('html')).toHaveCSS('color-scheme', 'light only');
    await becomes(told.frame, 'light');
    await becomes(auto.frame, 'light');
  });
});

test.describe('a light page on a dark system', () => {
  test.use({ colorScheme: 'dark' });

  test('keeps its embeds light', async ({ page, hosts }) => {
    await page.goto(`${hosts.url}script.html`);
    const { frame, element } = await embedIn(page.locator('iframe'));
    await becomes(frame, 'light');
    await element.evaluate((iframe) => (iframe.dataset['theme'] = 'dark'));
    await becomes(frame, 'dark');
    await element.evaluate((iframe) => (iframe.dataset['theme'] = 'auto'));
    await becomes(frame, 'light');
  });
});
