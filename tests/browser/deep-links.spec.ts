/** Every place in the story has an address, and every way to it lands on the same picture. */
import { civilAt, plain, readChapters } from './support/content.ts';
import {
  alive,
  bringIntoBand,
  fontsThere,
  holdFonts,
  openStory,
  settled,
  stageDefects,
} from './support/page.ts';
import { expect, test } from './support/test.ts';

const chapters = readChapters();
const steps = chapters.flatMap((chapter) => chapter.steps);
const some = steps.filter((_, index) => index % 8 === 5);

for (const { width, height } of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test(`a link to a step shows that step and gives it focus, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const { id, scene } of some) {
      await page.goto('about:blank');
      await openStory(page, `#${id}`);
      const html = page.locator('html');
      await expect(html).toHaveAttribute('data-step', id);
      await expect(html).toHaveAttribute('data-at', civilAt(scene.at));
      const heading = page.locator(`#${id} h3`);
      await expect(heading).toBeFocused();
      await expect(heading).toBeInViewport({ ratio: 1 });
      // Not under the header or the stage.
      expect((await stageDefects(page, id)).filter((defect) => defect.includes('covered'))).toEqual([]);
    }
  });
}

test('where the timeline is tall the map is there at once: opened, and in a window that changes', async ({
  page,
}) => {
  const { id } = steps.find(({ scene }) => scene.panel === 'timeline') as (typeof steps)[number];
  await page.addInitScript(() => {
    const flown = window as unknown as { flights: number };
    flown.flights = 0;
    new MutationObserver((changes) => {
      flown.flights += changes.filter(({ target }) => (target as Element).hasAttribute('data-flying')).length;
    }).observe(document, { subtree: true, attributeFilter: ['data-flying'] });
  });
  const flights = (): Promise<number> =>
    page.evaluate(() => (window as unknown as { flights: number }).flights);
  await page.goto(`#${id}`);
  await alive(page);
  await expect(page.locator('html')).toHaveAttribute('data-step', id);
  await settled(page);
  expect(await flights()).toBe(0);
  const height = (): Promise<number> =>
    page.locator('[data-view="timeline"] svg').evaluate((strip) => strip.getBoundingClientRect().height);
  const before = await height();
  await page.setViewportSize({ width: 1180, height: 660 });
  await expect.poll(height).toBeLessThan(before);
  await settled(page);
  expect(await flights()).toBe(0);
  expect(await stageDefects(page, id)).toEqual([]);
  // Drawn for the room it has: the stage knows that before the browser has laid it out.
  const spare = (): Promise<number> =>
    page.locator('[data-view="timeline"]').evaluate((view) => {
      const strip = view.querySelector('svg') as SVGElement;
      return view.clientHeight - strip.getBoundingClientRect().height;
    });
  expect(Math.abs(await spare())).toBeLessThanOrEqual(1);
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await expect.poll(height).toBeLessThan(before * 0.7);
  await settled(page);
  expect(Math.abs(await spare())).toBeLessThanOrEqual(1);
});

test('fonts that come late do not move the reader away', async ({ page }) => {
  const release = await holdFonts(page);
  const { id } = some[2] as (typeof steps)[number];
  await page.goto(`#${id}`, { waitUntil: 'domcontentloaded' });
  await expect(page.locator(`#${id} h3`)).toBeFocused();
  await expect(page.locator('html')).toHaveAttribute('data-step', id);
  release();
  await fontsThere(page);
  await settled(page);
  await expect(page.locator(`#${id} h3`)).toBeInViewport({ ratio: 1 });
  await expect(page.locator('html')).toHaveAttribute('data-step', id);
});

test('a window made narrow, and wide again, stays at the step', async ({ page }) => {
  await openStory(page);
  for (const { id } of some) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await bringIntoBand(page, id);
    for (const [width, height] of [
      [390, 844],
      [820, 1180],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      await settled(page);
      await expect(page.locator('html'), `${width} px`).toHaveAttribute('data-step', id);
    }
    // Where it was, not only somewhere in the step.
    await expect(page.locator(`#${id} h3`)).toBeInViewport();
  }
});

test('the address follows the reader, and a reload keeps the place', async ({ page }) => {
  await openStory(page);
  const { id, scene } = some[1] as (typeof steps)[number];
  await bringIntoBand(page, id);
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-step', id);
  await expect(page.locator('html')).toHaveAttribute('data-at', civilAt(scene.at));
  await expect(page.locator(`#${id} h3`)).toBeInViewport();
});

test('a reload keeps the line that is read, though fonts come late and the browser keeps no place', async ({
  page,
}) => {
  await page.addInitScript(() => {
    history.scrollRestoration = 'manual';
    document.addEventListener('DOMContentLoaded', () => {
      document.documentElement.style.overflowAnchor = 'none';
    });
  });
  await openStory(page);
  const { id } = some[2] as (typeof steps)[number];
  await bringIntoBand(page, id);
  // A reload that overtakes the address leads to another.
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
  const heading = page.locator(`#${id} h3`);
  const lineAt = (): Promise<number> => heading.evaluate((h3) => h3.getBoundingClientRect().top);
  const height = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await lineAt();

  const release = await holdFonts(page);
  await page.reload({ waitUntil: 'domcontentloaded' });
  await expect.poll(async () => Math.abs((await lineAt()) - before)).toBeLessThan(1.5);
  const unset = await height();
  release();
  await expect.poll(height, { message: 'the text is set anew' }).not.toBe(unset);
  await settled(page);
  expect(Math.abs((await lineAt()) - before)).toBeLessThan(1.5);

  // From here on the reader leads.
  await page.keyboard.press('PageDown');
  await expect.poll(lineAt).toBeLessThan(before - 100);
  const moved = await lineAt();
  await page.evaluate(() => {
    const more = document.createElement('div');
    more.style.height = '300px';
    document.body.append(more);
  });
  await settled(page);
  expect(await lineAt()).toBeLessThanOrEqual(moved);
});

test('focus that the browser takes away while it arrives comes back, until the reader moves on', async ({
  page,
}) => {
  const { id } = some[1] as (typeof steps)[number];
  await openStory(page, `#${id}`);
  const heading = page.locator(`#${id} h3`);
  await expect(heading).toBeFocused();
  await heading.evaluate((h3) => h3.blur());
  await expect(heading).toBeFocused();
  await page.keyboard.press('Shift');
  await heading.evaluate((h3) => h3.blur());
  await settled(page);
  await expect(heading).not.toBeFocused();
});

test('a jump while the page is still held where it was opened is not taken back', async ({ page }) => {
  // A busy browser draws a frame or more before it tells of the jump.
  await page.addInitScript(() => {
    const { addEventListener: add } = window;
    window.addEventListener = (type: string, heard: unknown, options?: AddEventListenerOptions): void => {
      const late = (event: Event): void => void setTimeout(heard as (event: Event) => void, 300, event);
      add(type, type === 'hashchange' ? late : (heard as EventListener), options);
    };
  });
  const [first, second] = [some[1], some[3]] as [(typeof steps)[number], (typeof steps)[number]];
  await openStory(page, `#${first.id}`);
  await expect(page.locator(`#${first.id} h3`)).toBeFocused();
  await page.evaluate((id) => (location.hash = id), second.id);
  const heading = page.locator(`#${second.id} h3`);
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
});

test('what is due when a jump is made does not write the old step over it', async ({ page }) => {
  await page.addInitScript(() => {
    const waiting = new Map<number, () => void>();
    const { setTimeout: set, clearTimeout: clear } = window;
    Object.assign(window, {
      waiting,
      setTimeout(heard: () => void, after?: number, ...rest: unknown[]) {
        const timer = set(heard, after, ...rest);
        waiting.set(timer, heard);
        return timer;
      },
      clearTimeout(timer: number) {
        waiting.delete(timer);
        clear(timer);
      },
    });
  });
  const [first, second] = [some[1], some[3]] as [(typeof steps)[number], (typeof steps)[number]];
  await openStory(page, `#${first.id}`);
  await expect(page.locator(`#${first.id} h3`)).toBeFocused();
  const due = await page.evaluate((id) => {
    location.hash = id;
    const { waiting } = window as unknown as { waiting: Map<number, () => void> };
    for (const heard of [...waiting.values()]) heard();
    return { timers: waiting.size, hash: location.hash };
  }, second.id);
  expect(due.timers).toBeGreaterThan(0);
  expect(due.hash).toBe(`#${second.id}`);
  await expect(page.locator(`#${second.id} h3`)).toBeFocused();
});

test('the menu leads to each chapter and says where the reader is', async ({ page }) => {
  await openStory(page);
  const button = page.locator('[popovertarget="chapter-menu"]');
  const menu = page.locator('#chapter-menu');
  for (const [index, chapter] of [...chapters.entries()].filter(([index]) => index % 3 === 1)) {
    await button.click();
    await expect(menu).toBeVisible();
    const links = menu.locator('ol').getByRole('link');
    await expect(links).toHaveCount(chapters.length);
    await links.nth(index).click();
    await expect(menu).toBeHidden();
    const title = page.locator('.chapter h2').nth(index);
    await expect(title).toBeInViewport({ ratio: 1 });
    expect(plain(await title.innerText())).toBe(plain(chapter.title));
    await expect(title).toBeFocused();
    // Reading on from the title, the menu and the header name this chapter.
    await bringIntoBand(page, (chapter.steps[0] as (typeof steps)[number]).id);
    await expect(button).toContainText(chapter.title);
    await expect(menu.locator('[aria-current]')).toHaveCount(1);
    await expect(menu.locator('[aria-current]')).toContainText(chapter.title);
  }
});

for (const width of [390, 820, 1280]) {
  test(`a chapter jumped to shows its title and its first scene, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    // The first opens the page, the others jump within it.
    for (const chapter of chapters.filter(({ number }) => number !== undefined)) {
      await openStory(page, `#chapter-${chapter.id}`);
      const title = page.locator(`#chapter-${chapter.id} h2`);
      await expect(title).toBeInViewport({ ratio: 1 });
      const covered = await title.evaluate((heading) => {
        const { left, top, width: w, height: h } = heading.getBoundingClientRect();
        return !heading.contains(document.elementFromPoint(left + Math.min(w / 2, 20), top + h / 2));
      });
      expect(covered, `“${chapter.title}” lies under something`).toBe(false);
      await expect(page.locator('html')).toHaveAttribute('data-step', chapter.steps[0]?.id ?? '');
      await expect(page.locator('[data-chapter-name]')).toHaveText((await title.textContent()) ?? '');
    }
  });
}

test('back and forward return to the chapters left', async ({ page }) => {
  await openStory(page);
  const go = async (index: number): Promise<void> => {
    await page.locator('[popovertarget="chapter-menu"]').click();
    await page.locator('#chapter-menu a').nth(index).click();
    await expect(page.locator('.chapter h2').nth(index)).toBeInViewport();
  };
  await go(3);
  await go(6);
  await page.goBack();
  await expect(page.locator('.chapter h2').nth(3)).toBeInViewport();
  await page.goForward();
  await expect(page.locator('.chapter h2').nth(6)).toBeInViewport();
});

test('the ways to the slides and back to the text lead to the step being read', async ({ page }) => {
  await openStory(page);
  for (const { id } of some) {
    await bringIntoBand(page, id);
    await expect(page.locator('a[data-present]').first()).toHaveAttribute(
      'href',
      new RegExp(`present/#${id}$`),
    );
    await expect(page.locator('[data-to-text]')).toHaveAttribute('href', `#${id}`);
  }
});

test('share gives the link of the step being read, with a page of its own', async ({ page, site }) => {
  await openStory(page);
  const { id, title } = some[2] as (typeof steps)[number];
  await bringIntoBand(page, id);
  await page.locator('[popovertarget="share-card"]').click();
  const card = page.locator('#share-card');
  await expect(card).toBeVisible();
  expect(plain(await card.innerText())).toContain(title);
  const link = await card.getByRole('textbox').inputValue();
  expect(link).toBe(`${site.url}s/${id}/`);
  await page.keyboard.press('Escape');
  await expect(page.locator('[popovertarget="share-card"]')).toBeFocused();

  await page.goto(link);
  await expect(page).toHaveURL(`${site.url}#${id}`);
  await expect(page.locator('html')).toHaveAttribute('data-step', id);
});

test('the link can be copied', async ({ page, context, site }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openStory(page);
  const { id } = some[0] as (typeof steps)[number];
  await bringIntoBand(page, id);
  await page.locator('[popovertarget="share-card"]').click();
  await page.locator('#share-card').getByRole('button', { name: 'Copy link' }).click();
  await expect(page.locator('#share-card').getByRole('status')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url}s/${id}/`);
});

test('progress goes from nothing to everything', async ({ page }) => {
  await openStory(page);
  const read = (): Promise<number> =>
    page
      .getByRole('progressbar')
      .evaluate((bar) =>
        bar instanceof HTMLProgressElement ? bar.position : Number(bar.getAttribute('aria-valuenow')) / 100,
      );
  expect(await read()).toBe(0);
  await bringIntoBand(page, steps[Math.floor(steps.length / 2)]?.id as string);
  await expect.poll(read).toBeGreaterThan(0.3);
  expect(await read()).toBeLessThan(0.7);
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
  await expect.poll(read).toBe(1);
});
