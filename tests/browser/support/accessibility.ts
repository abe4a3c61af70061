/** What axe finds on a page, in words. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** axe's rules that look at colours: all that a theme can change. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

export interface Looked {
  /** Selectors of the parts looked at; without them the whole page. */
  parts?: readonly string[];
  /** Which theme the page is in. In the dark one only colours are looked at: all the rest is as in the light one. */
  theme?: 'light' | 'dark';
}

/** axe's findings as sentences; none is what is wanted. */
export async function violations(
  page: Page,
  { parts = [], theme = 'light' }: Looked = {},
): Promise<string[]> {
  // No page of ours has frames of another origin, all that the other mode is for: it takes twice as long.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  if (theme === 'dark') axe.withRules(COLOUR_RULES);
  for (const part of parts) axe.include(part);
  const { violations: found, passes, incomplete } = await axe.analyze();
  if (passes.length + found.length + incomplete.length === 0) return ['axe has looked at nothing'];
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')}\n${node.failureSummary}`),
  );
}
