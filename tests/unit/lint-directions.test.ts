/** The import directions between the rooms of src/ are a lint rule; this shows that the rule bites. */
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint();
const RULES = ['no-restricted-imports', 'no-restricted-syntax', 'no-restricted-globals'];

/** Messages of the direction rules for `code` as if it stood in `file`. */
async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  const fatal = result?.messages.filter((message) => message.fatal) ?? [];
  expect(fatal, 'the snippet parses').toEqual([]);
  return (result?.messages ?? [])
    .filter((message) => RULES.includes(message.ruleId ?? ''))
    .map((message) => message.message);
}

const rooms = ['model', 'content', 'geo', 'stage', 'site', 'hosts', 'prerender'] as const;
const allowed: Record<(typeof rooms)[number], string[]> = {
  model: [],
  content: ['model'],
  geo: ['model'],
  stage: ['model'],
  site: ['model'],
  hosts: ['model', 'stage', 'site'],
  prerender: ['model', 'content', 'geo', 'stage', 'site', 'hosts'],
};

for (const from of rooms) {
  describe(`src/${from}`, () => {
    for (const to of rooms.filter((room) => room !== from)) {
      const may = allowed[from].includes(to);
      test(`${may ? 'may' : 'may not'} import #${to}/…`, async () => {
        const code = `import { thing } from '#${to}/thing.ts';\nexport const it = thing;\n`;
        expect(await complaints(`src/${from}/probe.ts`, code)).toHaveLength(may ? 0 : 1);
      });
    }

    test('does not reach another room by a relative path', async () => {
      const other = rooms.find((room) => room !== from) as string;
      const code = `import { thing } from '../${other}/thing.ts';\nexport const it = thing;\n`;
      expect(await complaints(`src/${from}/probe.ts`, code)).toEqual([expect.stringContaining('#room/')]);
      const deep = `import { thing } from '../../${other}/deep/thing.ts';\nexport const it = thing;\n`;
      expect(await complaints(`src/${from}/folder/probe.ts`, deep)).toEqual([
        expect.stringContaining('#room/'),
      ]);
    });

    test('uses its own files by relative paths', async () => {
      const code = `import { a } from './a.ts';\nimport { b } from '../b.ts';\nexport const it = [a, b];\n`;
      expect(await complaints(`src/${from}/folder/probe.ts`, code)).toEqual([]);
    });
  });
}

describe('ways around', () => {
  const file = 'src/model/probe.ts';
  test.each([
    ['a type-only import', `import type { Thing } from '#stage/thing.ts';\nexport type It = Thing;\n`],
    ['a re-export', `export { thing } from '#stage/thing.ts';\n`],
    ['export all', `export * from '#stage/thing.ts';\n`],
    ['a dynamic import', `export const it = () => import('#stage/thing.ts');\n`],
    ['a side effect', `import '#stage/thing.ts';\n`],
  ])('%s is seen', async (_, code) => {
    expect(await complaints(file, code)).toHaveLength(1);
  });

  test('a Svelte component is seen', async () => {
    const code = `<script lang="ts">\n  import Story from '#hosts/story/Story.svelte';\n</script>\n\n<Story />\n`;
    expect(await complaints('src/stage/Probe.svelte', code)).toHaveLength(1);
    expect(await complaints('src/prerender/Probe.svelte', code)).toEqual([]);
  });
});

describe('virtual modules', () => {
  const basemap = `import map from 'virtual:basemap';\nexport const it = map;\n`;
  const story = `import data from 'virtual:story';\nexport const it = data;\n`;
  test.each([
    ['src/stage/map/probe.ts', basemap, true],
    ['src/prerender/probe.ts', basemap, true],
    ['src/stage/chart/probe.ts', basemap, false],
    ['src/hosts/story/probe.ts', basemap, false],
    ['src/prerender/pages/probe.ts', story, true],
    ['src/stage/map/probe.ts', story, false],
    ['src/hosts/story/probe.ts', story, false],
    ['src/content/probe.ts', story, false],
  ])('%s', async (file, code, may) => {
    expect(await complaints(file, code)).toHaveLength(may ? 0 : 1);
  });
});

describe('what reaches the browser', () => {
  test.each(['marked', 'yaml', 'zod', 'node:fs'])('has no %s', async (name) => {
    const code = `import * as it from '${name}';\nexport default it;\n`;
    for (const room of ['model', 'stage', 'site', 'hosts']) {
      expect(await complaints(`src/${room}/probe.ts`, code), room).toHaveLength(1);
    }
    for (const room of ['content', 'prerender']) {
      expect(await complaints(`src/${room}/probe.ts`, code), room).toEqual([]);
    }
  });

  test('model knows neither the DOM nor Svelte', async () => {
    expect(await complaints('src/model/probe.ts', `export const it = document.title;\n`)).toHaveLength(1);
    expect(
      await complaints('src/model/probe.ts', `import { tick } from 'svelte';\nexport const it = tick;\n`),
    ).toHaveLength(1);
  });
});
