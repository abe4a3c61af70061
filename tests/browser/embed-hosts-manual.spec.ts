/** The examples in docs/embedding.md do what it says. */
import { examples } from '../../scripts/serve-hosts.mjs';
import { embedIn, expect, fits, test } from './support/hosts.ts';

const all = examples();

test('the manual has its examples', () => {
  expect(all.length).toBeGreaterThan(7);
});

for (const [index, { name, title }] of all.entries()) {
  test(`example ${index + 1}: ${title}`, async ({ page, hosts }) => {
    await page.goto(hosts.url + name);
    const iframe = page.locator('iframe');
    if ((await iframe.count()) > 0) {
      await fits(await embedIn(iframe));
      await expect(iframe).toHaveAttribute('title', /Behind Schedule/);
    } else {
      const picture = page.getByRole('img', { name: 'Map of the story' });
      await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(1200);
    }
    const button = page.locator('#montreux');
    if ((await button.count()) > 0) {
      await button.click();
      await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('data-step', 'montreux');
      await expect(page.locator('#where')).toHaveText('montreux');
    }
  });
}
