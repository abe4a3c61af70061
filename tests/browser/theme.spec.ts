/** The colours: as the system has them, or as the reader chose. */
import type { Page } from '@playwright/test';
import { openStory } from './support/page.ts';
import { expect, test } from './support/test.ts';

/** Lightness of the page's ground, 0 to 255. */
async function ground(page: Page): Promise<number> {
  const colour = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const [r = 0, g = 0, b = 0] = (colour.match(/\d+/g) ?? []).map(Number);
  return (r + g + b) / 3;
}

for (const system of ['light', 'dark'] as const) {
  test.describe(`on a ${system} system`, () => {
    test.use({ colorScheme: system });

    test('the button goes round system, light, dark, and says which', async ({ page }) => {
      await openStory(page);
      const html = page.locator('html');
      const button = page.locator('[data-theme-toggle]');
      const bright = system === 'light';
      expect((await ground(page)) > 128).toBe(bright);
      await expect(html).not.toHaveAttribute('data-theme');
      await expect(button).toHaveAccessibleName(/system/);

      await button.click();
      await expect(html).toHaveAttribute('data-theme', 'light');
      await expect(button).toHaveAccessibleName(/light/);
      expect(await ground(page)).toBeGreaterThan(200);

      await button.click();
      await expect(html).toHaveAttribute('data-theme', 'dark');
      await expect(button).toHaveAccessibleName(/dark/);
      expect(await ground(page)).toBeLessThan(60);

      await button.click();
      await expect(html).not.toHaveAttribute('data-theme');
      expect((await ground(page)) > 128).toBe(bright);
    });
  });
}

test('the choice holds after a reload and on the other page', async ({ page }) => {
  await openStory(page);
  const button = page.locator('[data-theme-toggle]');
  await button.click();
  await button.click();
  await page.reload();
  expect(await ground(page)).toBeLessThan(60);
  await page.goto('sources/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await ground(page)).toBeLessThan(60);
});
