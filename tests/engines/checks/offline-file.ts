/** All pages in one file, opened from a disk as a teacher has it: from a folder with spaces and other letters. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIST } from '../../browser/support/built.ts';
import { letters, sheets } from '../../browser/support/pdf.ts';
import type { Setting } from '../support/check.ts';
import type { Engine } from '../support/engine.ts';
import {
  alive,
  atStep,
  attribute,
  bringIntoBand,
  click,
  defects,
  inSight,
  openStory,
  text,
  visible,
} from '../support/page.ts';
import { step } from '../support/story.ts';

const FILE = 'behind-schedule-offline.html';

/** Whether a page may read a file beside it. Where it may, nothing is proved. */
function reads(engine: Engine, name: string): Promise<boolean> {
  return engine.evaluate(
    (file) =>
      new Promise<boolean>((done) => {
        const request = new XMLHttpRequest();
        request.onload = () => done(true);
        request.onerror = () => done(false);
        try {
          request.open('GET', file);
          request.send();
        } catch {
          done(false);
        }
      }),
    name,
  );
}

export function offlineFile(at: Setting): void {
  describe('the file that opens from a disk', () => {
    let folder = '';
    let url = '';
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'USB stick — урок é '));
      mkdirSync(join(folder, 'Klasse 10 b'));
      const file = join(folder, 'Klasse 10 b', FILE);
      copyFileSync(join(DIST, FILE), file);
      url = pathToFileURL(file).href;
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test('here files may read no other files', async () => {
      const { engine } = at;
      const beside = join(folder, 'Klasse 10 b', 'beside.json');
      const page = join(folder, 'page.html');
      writeFileSync(beside, '{}');
      writeFileSync(page, '<!doctype html><title>A page without a policy</title>');
      await engine.goto(pathToFileURL(page).href);
      expect(await reads(engine, pathToFileURL(beside).href)).toBe(false);
    });

    test('the story opens at a step, and the stage follows the reader', async () => {
      const { engine } = at;
      await openStory(engine, `${url}#on-time-so-far`);
      await atStep(engine, 'on-time-so-far');
      await expect.poll(() => inSight(engine, '#on-time-so-far h3')).toBe(true);
      for (const id of ['on-time-so-far', 'half-by-either-count']) {
        await bringIntoBand(engine, id);
        expect(await attribute(engine, 'html', 'data-at')).toBe(step(id).at);
        expect(await defects(engine, id)).toEqual([]);
      }
      await expect.poll(() => visible(engine, '.stage [data-view="chart"] svg')).toBe(true);
    });

    test('the sources open, and back leads to where the reader was', async () => {
      const { engine } = at;
      await expect.poll(() => engine.evaluate(() => location.hash)).toBe('#half-by-either-count');
      await click(engine, '.site-header a[href*="sources"]');
      await expect.poll(() => text(engine, '.sources-page h1')).not.toBe('');
      expect(await engine.evaluate(() => location.search)).toBe('?page=sources');
      expect(await visible(engine, '.stage')).toBe(false);
      await engine.back();
      await expect.poll(() => engine.evaluate(() => location.search)).toBe('');
      await alive(engine);
      await atStep(engine, 'half-by-either-count');
      await expect.poll(() => inSight(engine, '#half-by-either-count h3')).toBe(true);
    });

    test('slides go on by a clicker’s keys, and the speaker’s side with them', async () => {
      const { engine } = at;
      const slide = (): Promise<string | null> => attribute(engine, 'html', 'data-slide');
      await engine.resize(1280, 800);
      await engine.goto(`${url}?page=present#on-time-so-far`);
      await expect.poll(slide).toBe('on-time-so-far');
      await engine.key('PageDown');
      await expect.poll(slide).not.toBe('on-time-so-far');
      const second = await slide();
      expect(await visible(engine, `article[data-slide="${second}"] h2`)).toBe(true);
      expect(await visible(engine, '.stage [data-view="map"]')).toBe(true);

      // Where the driver shows no second window, there is nothing to be seen of it.
      if (!engine.opened) return;
      await engine.key('s');
      const speakers = async (): Promise<readonly Pick<Engine, 'evaluate'>[]> =>
        (await engine.opened?.()) ?? [];
      await expect.poll(async () => (await speakers()).length).toBe(1);
      const there = async (): Promise<string | undefined> =>
        (await speakers())[0]?.evaluate(() => document.documentElement.dataset['slide']);
      await expect.poll(there).toBe(second);
      // The window says which slide it is at before all of it is there, and before it has heard from the wall, whose
      // later change would undo the press.
      const pressed = async (): Promise<boolean | undefined> =>
        (await speakers())[0]?.evaluate(() => {
          if (!document.querySelector('[data-company="true"]')) return false;
          const next = document.querySelector<HTMLButtonElement>('[data-next]');
          next?.click();
          return next !== null;
        });
      await expect.poll(pressed).toBe(true);
      await expect.poll(slide).not.toBe(second);
      await expect.poll(there).toBe(await slide());
    });

    test('the story goes on paper', async () => {
      const { engine } = at;
      await engine.goto(url);
      await alive(engine);
      if (!engine.print) return;
      // How each step begins, as far as the PDF says which glyphs are which letters: of ligatures it does not.
      const begins = await engine.evaluate(() =>
        [...document.querySelectorAll('article[data-step]')].map((step) => {
          const first = step.querySelector('p:not([class])')?.firstChild;
          return first instanceof Text ? first.data : '';
        }),
      );
      const looked = begins
        .map((text) => letters(text.split(/\S*f[fijlt]\S*/)[0] ?? '').slice(0, 40))
        .filter((text) => text.length > 12);
      expect(looked.length).toBeGreaterThan(25);
      const printed = (await sheets(await engine.print())).map(({ text }) => text).join('');
      expect(looked.filter((text) => !printed.includes(text))).toEqual([]);
    });
  });
}
