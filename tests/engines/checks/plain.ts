/** The page without its scripts. */
import { describe, expect, test } from 'vitest';
import type { Setting } from '../support/check.ts';
import { BLANK } from '../support/site.ts';
import { steps } from '../support/story.ts';

export function plain(at: Setting): void {
  describe('plain', () => {
    test('without scripts the story reads from end to end, with its pictures and without controls', async () => {
      const { engine, site } = at;
      await engine.resize(1280, 800);
      // A frame that may not run scripts, and that its parent can look into.
      await engine.goto(site.url + BLANK);
      await engine.evaluate(
        (address) =>
          new Promise<void>((done) => {
            const frame = document.createElement('iframe');
            frame.setAttribute('sandbox', 'allow-same-origin');
            frame.style.cssText =
              'position: fixed; inset: 0; inline-size: 100vw; block-size: 100vh; z-index: 9';
            frame.onload = () => done();
            frame.src = address;
            document.body.append(frame);
          }),
        site.url,
      );
      const seen = await engine.evaluate(() => {
        const page = document.querySelector('iframe')?.contentDocument;
        if (!page) throw new Error('the frame cannot be looked into');
        const shown = (css: string): boolean => page.querySelector(css)?.checkVisibility() === true;
        return {
          scripts: page.documentElement.classList.contains('js'),
          steps: [...page.querySelectorAll<HTMLElement>('article.step')]
            .filter((article) => article.checkVisibility() && article.innerText.split(/\s+/).length > 25)
            .map(({ id }) => id),
          stills: [...page.querySelectorAll('figure.still')].map((still) => {
            const { width = 0, height = 0 } = still.querySelector('svg')?.getBoundingClientRect() ?? {};
            return still.checkVisibility() && width > 300 && height > 80;
          }),
          controls: ['.stage', '[data-theme-toggle]', '[popovertarget="share-card"]'].filter(shown),
          sideways: page.documentElement.scrollWidth - page.documentElement.clientWidth,
        };
      });
      expect(seen.scripts, 'no script has run').toBe(false);
      expect(seen.steps).toEqual(steps.map(({ id }) => id));
      expect(seen.stills.length).toBeGreaterThan(3);
      expect(seen.stills, 'pictures to be seen').not.toContain(false);
      expect(seen.controls, 'controls that do nothing').toEqual([]);
      expect(seen.sideways).toBe(0);
    });
  });
}
