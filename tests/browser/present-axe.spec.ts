/** axe finds nothing on the wall and in the speaker's window, in both themes. */
import { violations } from './support/accessibility.ts';
import { faintTexts } from './support/contrast.ts';
import { expect, longest, onSlide, openSpeaker, openWall, ORIGINS, press } from './support/present.ts';

const { test } = ORIGINS[0];

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test('a slide, its answer, the dialogs, a poll, the speaker', async ({ page, address }) => {
      await openWall(page, address('present', { query: `path=${longest.id}` }));
      const go = async (kind: string): Promise<void> => {
        const index = longest.slides.findIndex((slide) => slide.kind === kind);
        await press(page, ...String(index + 1), 'Enter');
        await onSlide(page, longest.slides[index]!.id);
      };
      // The tools fade where nothing moves; not while they have the focus.
      const tool = page.locator('[data-tools] button').first();
      for (const kind of ['step', 'poll', 'pause', 'analysis']) {
        await go(kind);
        await tool.focus();
        // What stands around the slide is the same on all of them.
        expect(await violations(page, { theme, parts: kind === 'step' ? [] : ['.slides'] }), kind).toEqual(
          [],
        );
        expect(await faintTexts(page, 'body'), kind).toEqual([]);
      }
      await go('step');
      await press(page, 'a', 'a');
      await expect(page.locator('[data-revealed="answer"]')).toBeVisible();
      expect(await violations(page, { theme, parts: ['[data-revealed]'] })).toEqual([]);
      expect(await faintTexts(page, '[data-revealed]')).toEqual([]);
      await press(page, 'Escape');
      for (const key of ['o', 'g', '?']) {
        await press(page, key);
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await violations(page, { theme, parts: ['dialog'] }), key).toEqual([]);
        expect(await faintTexts(page, 'dialog'), key).toEqual([]);
        await press(page, 'Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await page.locator('[popovertarget]').click();
      expect(await violations(page, { theme, parts: ['[popover]'] })).toEqual([]);
      expect(await faintTexts(page, '[popover]')).toEqual([]);
      await press(page, 'Escape');
      const speaker = await openSpeaker(page);
      expect(await violations(speaker, { theme })).toEqual([]);
      expect(await faintTexts(speaker, 'body')).toEqual([]);
      await go('poll');
      await onSlide(speaker, longest.slides.find(({ kind }) => kind === 'poll')!.id);
      expect(await violations(speaker, { theme, parts: ['#desk'] })).toEqual([]);
      expect(await faintTexts(speaker, '#desk')).toEqual([]);
      await page.bringToFront();
      await press(page, 'b');
      expect(await violations(page, { theme, parts: ['#desk'] })).toEqual([]);
    });
  });
}
