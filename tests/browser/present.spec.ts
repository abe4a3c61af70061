/** Presenting: what a teacher with a clicker, a keyboard or a finger does to the wall, on the site and in the file. */
import type { Locator, Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { settled } from './support/page.ts';
import {
  deck,
  expect,
  keptBack,
  keptBy,
  longest,
  notes,
  onSlide,
  openSpeaker,
  openWall,
  ORIGINS,
  pathOf,
  press,
  slideOf,
  wallReady,
  whole,
} from './support/present.ts';

const id = (index: number): string => whole[index]!.id;
const of = (kind: string): string => longest.slides.find((slide) => slide.kind === kind)!.id;
const onPath = (slide: string): { query: string; hash: string } => ({
  query: `path=${longest.id}`,
  hash: slide,
});

/** Every colour in the window. */
async function colours(page: Page): Promise<string[]> {
  const { data } = PNG.sync.read(await page.screenshot());
  const found = new Set<string>();
  for (let i = 0; i < data.length && found.size < 10; i += 4) found.add(data.subarray(i, i + 3).join());
  return [...found];
}

/** Whether Tab comes to anything of it. */
const inert = (part: Locator): Promise<boolean> =>
  part.evaluate((element) => element.closest('[inert]') !== null);

/** Puts something that takes the focus on the slide. */
const put = (page: Page, html: string): Promise<void> =>
  page.evaluate((markup) => {
    document.getElementById('put')?.remove();
    const holder = document.createElement('div');
    holder.id = 'put';
    holder.innerHTML = markup;
    document.querySelector('.slides')!.prepend(holder);
    (holder.querySelector<HTMLElement>('summary') ?? (holder.firstElementChild as HTMLElement)).focus();
  }, html);

/** Whether the page took a key for itself, instead of leaving it to the browser. */
const swallows = (page: Page, key: string): Promise<boolean> =>
  page.evaluate(
    (name) =>
      !document.body.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: name,
          code: name,
          keyCode: 116,
          bubbles: true,
          cancelable: true,
        }),
      ),
    key,
  );

for (const { origin, test } of ORIGINS) {
  test.describe(origin, () => {
    // 1, 2, 3, 19. That nothing is logged and nothing else asked for, every test looks at.
    test('Page Down goes to every step once, Page Up back; nothing is given away', async ({
      page,
      address,
    }) => {
      await openWall(page, address('present'));
      const seen: string[] = [];
      for (const { id: slide, kind, title } of whole) {
        seen.push((await slideOf(page)) ?? '');
        const text = await page.locator('body').innerText();
        expect(text.replaceAll(/\s+/g, ' '), slide).toContain(title);
        expect(keptBack(slide, kind).filter((sentence) => text.includes(sentence))).toEqual([]);
        await page.keyboard.press('PageDown');
      }
      expect(seen).toEqual(whole.map(({ id: slide }) => slide));
      await onSlide(page, id(whole.length - 1));
      const back: string[] = [];
      for (const _ of whole) {
        back.push((await slideOf(page)) ?? '');
        await page.keyboard.press('PageUp');
      }
      expect(back).toEqual(seen.toReversed());
      await onSlide(page, id(0));
    });

    // 19, with activities, and what a screen reader is told.
    test('a path with its activities gives no answer away until it is asked for', async ({
      page,
      address,
    }) => {
      await openWall(page, address('present', { query: `path=${longest.id}` }));
      const cdp = await page.context().newCDPSession(page);
      for (const { id: slide, kind } of longest.slides) {
        await onSlide(page, slide);
        const text = await page.locator('body').innerText();
        const kept = keptBack(slide, kind);
        expect(kept.length).toBeGreaterThan(0);
        expect(kept.filter((sentence) => text.includes(sentence))).toEqual([]);
        if (kind !== 'step') {
          const { nodes } = await cdp.send('Accessibility.getFullAXTree');
          const said = nodes.map(({ name }) => String(name?.value ?? '')).join('\n');
          expect(kept.filter((sentence) => said.includes(sentence))).toEqual([]);
        }
        await page.keyboard.press('PageDown');
      }
      // It is there to be revealed: the same sentences are on the wall then.
      const last = longest.slides.at(-1)!;
      await press(page, 'a');
      await expect(page.locator('[data-revealed="answer"]')).toContainText(
        keptBack(last.id, last.kind)[0]!.slice(0, 30),
      );
    });

    // 4, 5, 6
    test('a clicker goes on whatever has the focus; a control keeps Space and Enter', async ({
      page,
      address,
    }) => {
      await openWall(page, address('present'));
      for (const [html, key] of [
        ['<input type="range" value="50">', 'ArrowRight'],
        ['<select><option>1<option>2<option>3</select>', 'ArrowDown'],
        ['<details><summary>More</summary>text</details>', undefined],
        ['<div role="slider" tabindex="0" aria-valuenow="1">1</div>', 'ArrowUp'],
      ] as const) {
        await put(page, html);
        const before = await slideOf(page);
        if (key) await press(page, key);
        expect(await slideOf(page), html).toBe(before);
        const value = await page.evaluate(() => (document.activeElement as HTMLInputElement).value);
        await press(page, 'PageDown');
        expect(await slideOf(page), html).not.toBe(before);
        expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(value);
        await press(page, 'PageUp');
        expect(await slideOf(page), html).toBe(before);
      }
      // 5: the text field is the dialog’s own, and one on the slide.
      await page.evaluate(() => document.getElementById('put')?.remove());
      await press(page, 'Home', 'g');
      const field = page.getByRole('dialog').locator('input');
      await expect(field).toBeFocused();
      await press(page, 'PageDown', 'End', 'n', 'Space', 'b', 'PageUp', 'ArrowDown');
      await onSlide(page, id(0));
      await expect(field).toHaveValue(/n b/);
      await press(page, 'Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await put(page, '<textarea>one\ntwo</textarea>');
      await press(page, 'PageDown', 'ArrowRight', 'n', 'Enter', '.', 'F1');
      await onSlide(page, id(0));
      await expect(page.locator('html')).not.toHaveAttribute('data-cover');
      // 6
      await put(page, '<button type="button">press</button>');
      await page.evaluate(() => {
        const button = document.querySelector('#put button') as HTMLElement;
        button.addEventListener('click', () => (button.title += 'x'));
      });
      for (const [key, clicks] of [
        ['Space', 'x'],
        ['Enter', 'xx'],
      ] as const) {
        await press(page, key);
        await expect(page.locator('#put button')).toHaveAttribute('title', clicks);
      }
      await onSlide(page, id(0));
      const menu = page.locator('[popovertarget]');
      const opened = page.locator('[popover]:popover-open');
      await menu.focus();
      await press(page, 'Space');
      await expect(opened).toBeVisible();
      await press(page, 'Escape');
      await expect(opened).toHaveCount(0);
      await onSlide(page, id(0));
      // On nothing they are the next slide.
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await press(page, 'Space', 'Enter', 'Shift+Space');
      await onSlide(page, id(1));
    });

    // 7, 8, 9
    test('the wall goes black and white, and the first press brings it back', async ({ page, address }) => {
      await openWall(page, address('present', { hash: id(3) }));
      for (const key of ['.', 'b', ';', 'w', ',']) {
        const white = key === 'w' || key === ',';
        await press(page, key);
        await expect(page.locator('html')).toHaveAttribute('data-cover', white ? 'white' : 'black');
        expect(await colours(page), key).toEqual([white ? '255,255,255' : '0,0,0']);
        expect(await inert(page.locator('.stage'))).toBe(true);
        expect(await inert(page.locator('.slides'))).toBe(true);
        await press(page, key === 'b' ? 'PageUp' : key === ';' ? 'b' : 'PageDown');
        await expect(page.locator('html')).not.toHaveAttribute('data-cover');
        await onSlide(page, id(3));
        expect(await inert(page.locator('.stage'))).toBe(false);
        expect((await colours(page)).length).toBeGreaterThan(5);
      }
      await press(page, 'b');
      await page.mouse.click(600, 300);
      await expect(page.locator('html')).not.toHaveAttribute('data-cover');
      await onSlide(page, id(3));
    });

    // 10, 11, 12
    test('numbers, the start key, a reload, another address', async ({ page, address }) => {
      await openWall(page, address('present'));
      const status = page.locator('#desk p.status[role="status"]');
      await press(page, '1', '2', 'Enter');
      await onSlide(page, id(11));
      await press(page, '9', '9', 'Enter');
      await expect(status).toContainText('99');
      await onSlide(page, id(11));
      await press(page, '0', 'Enter');
      await onSlide(page, id(11));
      await press(page, 'End');
      await onSlide(page, id(whole.length - 1));
      await press(page, '7');
      await expect(status).toContainText('7');
      // A number that is not meant goes away with any other key.
      await press(page, 'Home', 'Enter');
      await onSlide(page, id(1));
      // 12
      await press(page, '7', 'Enter', 'b');
      // Browsers limit how often that may be kept: soon after.
      await expect.poll(() => keptBy(page)).toMatchObject({ slide: id(6), cover: 'black' });
      await page.reload();
      await wallReady(page);
      await onSlide(page, id(6));
      await expect(page.locator('html')).toHaveAttribute('data-cover', 'black');
      await expect(page.locator('html')).toHaveClass(/present/);
      await press(page, 'b');
      expect(new URL(page.url()).hash).toBe(`#${id(6)}`);
      // The address is changed by hand.
      await page.evaluate((hash) => (location.hash = hash), id(9));
      await onSlide(page, id(9));
      await page.evaluate(() => (location.hash = 'nowhere'));
      await onSlide(page, id(9));
      // 11
      expect(await swallows(page, 'F5')).toBe(true);
      await page.goto(address(''));
      await expect(page.locator('#note-card')).toBeAttached();
      expect(await swallows(page, 'F5')).toBe(false);
      expect(await swallows(page, 'b')).toBe(false);
    });

    test('Escape takes away what lies on top, and twice leaves for the step in the story', async ({
      page,
      address,
    }) => {
      await openWall(page, address('present', { hash: id(4) }));
      await press(page, 'o');
      await expect(page.getByRole('dialog')).toBeVisible();
      await press(page, 'Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await press(page, 'a', 'l', 'b', 'Escape');
      await expect(page.locator('html')).not.toHaveAttribute('data-cover');
      await press(page, 'Escape');
      await expect(page.locator('.ink.laser')).toHaveCount(0);
      await expect(page.locator('[data-revealed]')).toBeVisible();
      await press(page, 'Escape');
      await expect(page.locator('[data-revealed]')).toHaveCount(0);
      await onSlide(page, id(4));
      await press(page, 'Escape');
      await expect(page.locator('#desk p.status')).toContainText('Escape');
      await press(page, 'Escape');
      await expect(page.locator('html')).not.toHaveClass(/present/);
      await expect(page.locator('html')).toHaveAttribute('data-step', id(4));
    });

    test('overview, paths, and a jump by number or by words', async ({ page, address }) => {
      await openWall(page, address('present', { hash: id(2) }));
      const dialog = page.getByRole('dialog');
      await press(page, 'o');
      const slides = dialog.getByRole('listitem').getByRole('button');
      await expect(slides).toHaveCount(whole.length);
      await expect(slides.nth(2)).toBeFocused();
      await expect(slides.nth(2)).toHaveAttribute('aria-current', 'true');
      await press(page, 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Enter');
      await expect(dialog).toHaveCount(0);
      await onSlide(page, id(3));
      await press(page, 'o', 'End', 'Space');
      await onSlide(page, id(whole.length - 1));
      // Another path stays at the slide that it has.
      await press(page, 'o');
      const short = pathOf('lesson-15');
      await dialog.getByRole('radio', { name: short.title }).check();
      await expect(slides).toHaveCount(short.slides.length);
      await onSlide(page, short.slides.at(-1)!.id);
      await press(page, 'PageDown');
      await expect(dialog).toHaveCount(0);
      await expect(page.locator('[data-tools] [data-count]')).toHaveText(
        new RegExp(`\\b${short.slides.length}$`),
      );
      await expect.poll(() => new URL(page.url()).searchParams.get('path')).toBe(short.id);
      // Back on the whole story.
      await press(page, 'o');
      await dialog.getByRole('radio', { name: deck.paths[0]!.title }).check();
      await press(page, 'Escape');
      await expect(page.locator('[data-tools] [data-count]')).toHaveText(new RegExp(`\\b${whole.length}$`));

      const jump = async (text: string): Promise<void> => {
        await press(page, 'g');
        await page.keyboard.type(text);
        await press(page, 'Enter');
      };
      await jump('5');
      await expect(dialog).toHaveCount(0);
      await onSlide(page, id(4));
      const { title, id: far } = whole[20]!;
      await jump(title.toUpperCase().split(' ').slice(0, 3).join(' '));
      await expect(dialog).toHaveCount(0);
      const first = whole.find((slide) =>
        slide.title.toLowerCase().includes(title.toLowerCase().split(' ').slice(0, 3).join(' ')),
      );
      await onSlide(page, first?.id ?? far);
      await jump('no such words');
      await expect(dialog.getByRole('alert')).toContainText('no such words');
      await onSlide(page, first?.id ?? far);
    });

    test('a sheet that tells late that it has closed leaves the next one of its name open', async ({
      page,
      address,
    }) => {
      await openWall(page, address('present'));
      const dialog = page.getByRole('dialog');
      await press(page, '?');
      const first = await dialog.elementHandle();
      await press(page, 'Escape');
      await expect(dialog).toHaveCount(0);
      await press(page, '?');
      await expect(dialog).toBeVisible();
      await first?.evaluate((closed) => closed.dispatchEvent(new Event('close')));
      await settled(page);
      await expect(dialog).toBeVisible();
    });

    test('help says the keys; letters can be switched off', async ({ page, address }) => {
      await openWall(page, address('present'));
      const dialog = page.getByRole('dialog');
      await press(page, '?');
      await expect(dialog).toContainText('Page Down');
      await dialog.getByRole('checkbox').uncheck();
      await press(page, 'Escape');
      await expect(dialog).toHaveCount(0);
      await press(page, 'b', 'o', 'n', '3', '.', '?');
      await expect(page.locator('html')).not.toHaveAttribute('data-cover');
      await expect(dialog).toHaveCount(0);
      await onSlide(page, id(0));
      await press(page, 'PageDown', 'ArrowRight');
      await onSlide(page, id(2));
      await press(page, 'F1');
      await dialog.getByRole('checkbox').check();
      await press(page, 'Escape');
      await expect(dialog).toHaveCount(0);
      await press(page, 'n');
      await onSlide(page, id(3));
    });

    test('laser, pen, question and answer', async ({ page, address }) => {
      await openWall(page, address('present', { hash: id(5) }));
      const stage = (await page.locator('.stage').boundingBox())!;
      const at = (x: number, y: number): [number, number] => [
        stage.x + x * stage.width,
        stage.y + y * stage.height,
      ];
      await press(page, 'l');
      await page.mouse.move(...at(0.4, 0.5));
      await page.mouse.move(...at(0.5, 0.5));
      const spot = page.locator('[data-laser]');
      await expect(spot).toBeVisible();
      const { x, width } = (await spot.boundingBox())!;
      expect(Math.abs(x + width / 2 - at(0.5, 0)[0])).toBeLessThan(2);
      await press(page, 'l');
      await expect(spot).toHaveCount(0);

      const line = async (y: number): Promise<void> => {
        await page.mouse.move(...at(0.3, y));
        await page.mouse.down();
        await page.mouse.move(...at(0.5, y), { steps: 4 });
        await page.mouse.up();
      };
      await press(page, 'd');
      await line(0.3);
      await line(0.6);
      const ink = page.locator('.ink');
      await expect(ink).toHaveAttribute('data-ink', '2');
      const drawn = (await ink.locator('.line').first().boundingBox())!;
      expect(drawn.width).toBeGreaterThan(stage.width * 0.19);
      await press(page, 'z');
      await expect(ink).toHaveAttribute('data-ink', '1');
      // It stays on its slide, and comes again with it; the pen is still in the hand.
      await press(page, 'PageDown');
      await expect(ink.locator('.line')).toHaveCount(0);
      await press(page, 'PageUp');
      await expect(ink.locator('.line')).toHaveCount(1);
      await press(page, 'd');
      await page.getByRole('button', { name: 'Clear the drawing' }).click();
      await expect(ink.locator('.line')).toHaveCount(0);

      const panel = page.locator('[data-revealed]');
      const { ask, answer } = notes[id(5)]!;
      const plain = (html = ''): string => html.replaceAll(/<[^>]*>/g, '').slice(0, 40);
      await press(page, 'a');
      await expect(panel).toContainText(plain(ask));
      await expect(panel).not.toContainText(plain(answer));
      await press(page, 'a');
      await expect(panel).toContainText(plain(answer));
      await press(page, 'a');
      await expect(panel).toHaveCount(0);
    });

    test('the timer of a pause, and the count of a poll', async ({ page, address }) => {
      await page.clock.install();
      await openWall(page, address('present', onPath(of('pause'))));
      const timer = page.getByRole('timer');
      const [think, pair] = longest.slides.find(({ kind }) => kind === 'pause')!.phases!;
      const clock = (seconds: number): string =>
        `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
      // Only as this test says: a second of the real time may pass between two looks.
      await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
      await expect(timer).toHaveText(clock(think!));
      await press(page, 't');
      await page.clock.runFor(10_000);
      await expect(timer).toHaveText(clock(think! - 10));
      await press(page, 't');
      await page.clock.runFor(5_000);
      await expect(timer).toHaveText(clock(think! - 10));
      await press(page, 't');
      await page.clock.runFor((think! - 10) * 1000 + 500);
      await expect(timer).toHaveText('0:00');
      await expect(page.locator('[data-countdown] [role="status"]')).not.toBeEmpty();
      await press(page, 't');
      await page.clock.runFor(1_000);
      await expect(timer).toHaveText(clock(pair! - 1));
      await page.clock.resume();
      await press(page, 'PageDown');
      await expect(timer).toHaveCount(0);

      const slides = longest.slides.map((slide) => slide.id);
      await press(page, ...String(slides.indexOf(of('poll')) + 1), 'Enter');
      await onSlide(page, of('poll'));
      const tally = page.locator('[data-tally]').filter({ visible: true });
      const count = tally.getByRole('listitem').nth(1).locator('output');
      const more = tally.getByRole('listitem').nth(1).getByRole('button').last();
      for (let hands = 0; hands < 3; hands += 1) await more.click();
      await expect(count).toHaveText('3');
      await more.focus();
      await press(page, 'Space', 'Enter');
      await expect(count).toHaveText('5');
      await tally.getByRole('listitem').nth(1).getByRole('button').first().click();
      await expect(count).toHaveText('4');
      await onSlide(page, of('poll'));
      // Kept through a reload.
      await page.clock.runFor(1_000);
      await page.reload();
      await wallReady(page);
      await expect(count).toHaveText('4');
      await tally.getByRole('button').last().click();
      await expect(count).toHaveText('0');
    });

    test('a finger: one slide on or back by a swipe over the words', async ({ page, address }) => {
      await openWall(page, address('present', { hash: id(4) }));
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true });
      const words = (await page.locator('.slides').boundingBox())!;
      const y = words.y + words.height / 2;
      const swipe = async (from: number, to: number, down = 0): Promise<void> => {
        const at = (share: number): { x: number; y: number }[] => [
          { x: from + (to - from) * share, y: y + down * share },
        ];
        await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
        for (const share of [0.2, 0.4, 0.6, 0.8, 1])
          await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(share) });
        await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      };
      const [left, right] = [words.x + 60, words.x + words.width - 60];
      await swipe(right, left);
      await onSlide(page, id(5));
      await swipe(left, right);
      await onSlide(page, id(4));
      // Short, or downwards: none.
      await swipe(right, right - 30);
      await swipe(right, right - 70, 200);
      await onSlide(page, id(4));
      // Over the map a finger moves the map.
      const stage = (await page.locator('[data-view="map"]').boundingBox())!;
      await swipe(stage.x + stage.width * 0.7, stage.x + stage.width * 0.5);
      await onSlide(page, id(4));
      await expect(page.locator('html')).toHaveAttribute('data-camera', 'free');
    });

    // 15
    test('a blocked window: the notes stand in this one', async ({ page, address }) => {
      await page.addInitScript(() => {
        window.open = () => null;
      });
      await openWall(page, address('present', { hash: id(2) }));
      await press(page, 's');
      const panel = page.locator('[data-speaker-panel]');
      await expect(panel).toBeVisible();
      await expect(panel).toContainText('blocked');
      await expect(panel).toContainText(notes[id(2)]!.ask!.replaceAll(/<[^>]*>/g, '').slice(0, 30));
      await panel.locator('[data-next]').click();
      await onSlide(page, id(3));
      await expect(panel).toContainText(notes[id(3)]!.ask!.replaceAll(/<[^>]*>/g, '').slice(0, 30));
      await press(page, 'Escape');
      await expect(panel).toHaveCount(0);
    });

    // 17
    test('two lessons at once do not hear each other', async ({ page, context, address }) => {
      await openWall(page, address('present', { hash: id(1) }));
      const speaker = await openSpeaker(page);
      const other = await context.newPage();
      await openWall(other, address('present', { hash: id(1) }));
      const otherSpeaker = await openSpeaker(other);
      await speaker.locator('[data-next]').click();
      await onSlide(page, id(2));
      await press(other, 'PageDown', 'PageDown', 'b');
      await onSlide(otherSpeaker, id(3));
      await press(speaker, 'PageDown', 'PageDown', 'PageDown');
      await onSlide(page, id(5));
      await onSlide(other, id(3));
      await expect(other.locator('html')).toHaveAttribute('data-cover', 'black');
      await expect(page.locator('html')).not.toHaveAttribute('data-cover');
      await onSlide(otherSpeaker, id(3));
    });
  });
}
