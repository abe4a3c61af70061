import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

/**
 * The rooms of src/, and what each may import besides itself. Arrows point one way:
 * model ← stage ← hosts ← prerender, model ← content, model ← geo, and `site` is for hosts and prerender.
 */
const MAY_IMPORT = {
  model: [],
  content: ['model'],
  geo: ['model'],
  stage: ['model'],
  site: ['model'],
  hosts: ['model', 'stage', 'site'],
  prerender: ['model', 'content', 'geo', 'stage', 'site', 'hosts'],
};
const ROOMS = Object.keys(MAY_IMPORT);

/** The build's virtual modules, and the only folders that may import them. */
const VIRTUAL = {
  'virtual:basemap': ['src/stage/map', 'src/prerender'],
  'virtual:story': ['src/prerender'],
};

/** Rooms whose code reaches the browser: nothing that reads or compiles content belongs there. */
const IN_THE_BROWSER = ['model', 'stage', 'site', 'hosts'];
const BUILD_ONLY = '^(node:.*|marked|yaml|zod|zod/.*|topojson-server|topojson-simplify)$';

const or = (names) => `(${names.join('|')})`;

/** What the files of one room (or of one folder in it) must not import, each with the reason. */
function forbiddenImports(room, folder) {
  const others = ROOMS.filter((other) => other !== room && !MAY_IMPORT[room].includes(other));
  const virtual = Object.keys(VIRTUAL).filter((id) => !VIRTUAL[id].includes(folder));
  const list = [
    {
      regex: `^(\\.\\.?/)+(.*/)?${or(ROOMS.filter((other) => other !== room))}/`,
      message: 'Rooms name each other as #room/…, never by a relative path.',
    },
    {
      regex: '^(/|\\.?\\.?/)*src/',
      message: 'Rooms name each other as #room/….',
    },
  ];
  if (others.length > 0) {
    const allowed =
      MAY_IMPORT[room].length > 0 ? MAY_IMPORT[room].map((other) => `#${other}`).join(', ') : 'no other room';
    list.push({ regex: `^#${or(others)}(/|$)`, message: `${room} may import ${allowed}.` });
  }
  if (virtual.length > 0) {
    list.push({
      regex: `^${or(virtual)}`,
      message:
        'virtual:story is for prerender, virtual:basemap for stage/map and prerender: hand the data on as props.',
    });
  }
  if (IN_THE_BROWSER.includes(room)) {
    list.push({
      regex: BUILD_ONLY,
      message: 'This code reaches the browser; build-time libraries stay out of it.',
    });
  }
  if (room === 'model') {
    list.push({ regex: '^svelte(/|$)', message: 'model is plain functions and types: no Svelte.' });
  }
  return list;
}

/** The same for `import()`, which no-restricted-imports does not see. */
function forbiddenDynamicImports(list) {
  return list.map(({ regex, message }) => ({
    selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\/')}/]`,
    message,
  }));
}

function direction(room, folder) {
  const list = forbiddenImports(room, folder);
  return {
    name: `directions/${folder}`,
    files: [`${folder}/**`],
    rules: {
      'no-restricted-imports': ['error', { patterns: list }],
      'no-restricted-syntax': ['error', ...forbiddenDynamicImports(list)],
    },
  };
}

export default defineConfig(
  {
    ignores: [
      'dist/',
      'dist-offline/',
      'node_modules/',
      'test-results/',
      'playwright-report/',
      '**/.svelte-kit/',
    ],
  },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs['flat/recommended'],
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    // TypeScript itself knows every name.
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    rules: {
      // The HTML comes from our own renderer, which lets no raw HTML through.
      'svelte/no-at-html-tags': 'off',
      'svelte/block-lang': ['error', { script: 'ts' }],
      // Reactive declarations are reassigned by Svelte.
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'tests/**', '*.config.{js,ts}'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/model/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'navigator', 'location', 'localStorage', 'self', 'process', 'Buffer'].map(
          (name) => ({
            name,
            message: 'model has no DOM and no Node.',
          }),
        ),
      ],
    },
  },
  ...ROOMS.map((room) => direction(room, `src/${room}`)),
  // After the room it stands in, so that its own list holds.
  direction('stage', 'src/stage/map'),
);
