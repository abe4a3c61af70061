/** Waiting for what a page is about to do. */
import { errors, type Page } from '@playwright/test';

/** How often is asked, ms. Not in every frame: some windows under test are given none. */
const OFTEN = 20;
/** As long as `expect` waits, ms. */
const PATIENCE = 10_000;

/**
 * Resolves when something holds in the page, which is asked often. `expect` asks after 0.1, 0.35 and 0.85 s
 * and then once a second: of what every test waits for, that makes a third of the time it takes.
 * @param what what is waited for, for the report of a test that waits in vain
 */
export async function until<Arg>(
  page: Page,
  what: string,
  holds: (arg: Arg) => unknown,
  arg: Arg,
): Promise<void> {
  try {
    await page.waitForFunction(holds as (arg: unknown) => unknown, arg, {
      timeout: PATIENCE,
      polling: OFTEN,
    });
  } catch (error) {
    if (error instanceof errors.TimeoutError)
      throw new Error(`waited ${PATIENCE} ms in vain: ${what}`, { cause: error });
    throw error;
  }
}

/** Resolves when the root element has an attribute, of a value if one is given. */
export function rootHas(page: Page, name: string, value?: string): Promise<void> {
  return until(
    page,
    `the page’s ${name} is ${value ?? 'there'}`,
    ([key, wanted]) => {
      const found = document.documentElement.getAttribute(key);
      return wanted === undefined ? found !== null : found === wanted;
    },
    [name, value] as const,
  );
}
