/** Every key of the wall, wherever the focus is. */
import { describe, expect, it } from 'vitest';
import { commandOf, focusOf, type Command, type Focus, type Press } from '#hosts/present/keys.ts';

const FOCUSES: readonly Focus[] = ['page', 'control', 'value', 'text'];
const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...more,
});

/** Keys by what they do on the page; in which other places they do so too. */
const MAP: readonly [keys: readonly string[], command: Command, where: readonly Focus[]][] = [
  [['PageDown'], 'next', ['control', 'value']],
  [['PageUp'], 'previous', ['control', 'value']],
  [['F5'], 'start', ['control', 'value', 'text']],
  [['Escape'], 'close', ['control', 'value', 'text']],
  [['F1'], 'help', ['control', 'value']],
  [['ArrowRight', 'ArrowDown', 'n', 'N'], 'next', ['control']],
  [['ArrowLeft', 'ArrowUp', 'p', 'P'], 'previous', ['control']],
  [[' ', 'Enter'], 'next', []],
  [['Backspace'], 'previous', []],
  [['Home'], 'first', ['control']],
  [['End'], 'last', ['control']],
  [['b', 'B', '.', ':', ';'], 'black', ['control']],
  [['w', 'W', ','], 'white', ['control']],
  [['g', 'G'], 'jump', ['control']],
  [[...'0123456789'], 'number', ['control']],
  [['o'], 'overview', ['control']],
  [['s'], 'speaker', ['control']],
  [['f'], 'fullscreen', ['control']],
  [['?'], 'help', ['control']],
  [['l'], 'laser', ['control']],
  [['d'], 'draw', ['control']],
  [['z'], 'undo', ['control']],
  [['t'], 'timer', ['control']],
  [['a'], 'answer', ['control']],
  [['m'], 'motion', ['control']],
];
const KEYS = MAP.flatMap(([keys]) => keys);

describe.each(MAP.flatMap(([keys, command, where]) => keys.map((key) => ({ key, command, where }))))(
  '“$key”: $command',
  ({ key, command, where }) => {
    it.each(FOCUSES)('with the focus on: %s', (focus) => {
      const wanted = focus === 'page' || where.includes(focus) ? command : undefined;
      expect(commandOf(press(key), focus, true)).toBe(wanted);
    });
  },
);

it('Shift and Space goes back', () => {
  expect(commandOf(press(' ', { shiftKey: true }), 'page', true)).toBe('previous');
  expect(commandOf(press(' ', { shiftKey: true }), 'control', true)).toBeUndefined();
  expect(commandOf(press('Enter', { shiftKey: true }), 'page', true)).toBe('next');
});

it('the key with the full stop is black whatever the layout prints on it', () => {
  for (const key of ['>', 'ю', 'Dead'])
    expect(commandOf(press(key, { code: 'Period' }), 'page', true)).toBe('black');
  expect(commandOf(press('ю'), 'page', true)).toBeUndefined();
});

it('nothing with Ctrl, Alt or the command key: those are the browser’s', () => {
  for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const) {
    for (const key of KEYS) {
      for (const focus of FOCUSES)
        expect(commandOf(press(key, { [held]: true }), focus, true), `${held} ${key}`).toBeUndefined();
    }
  }
});

it('a key held down is one press', () => {
  for (const key of KEYS) {
    for (const focus of FOCUSES)
      expect(commandOf(press(key, { repeat: true }), focus, true), key).toBeUndefined();
  }
});

it('with letters switched off only the keys with names work', () => {
  const named = KEYS.filter((key) => commandOf(press(key), 'page', false) !== undefined);
  expect(named.sort()).toEqual(
    [
      ...[' ', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'Backspace', 'End', 'Enter', 'Escape'],
      ...['F1', 'F5', 'Home', 'PageDown', 'PageUp'],
    ].sort(),
  );
  expect(commandOf(press('x', { code: 'Period' }), 'page', false)).toBeUndefined();
});

it('other keys are left alone', () => {
  for (const key of ['Tab', 'Shift', 'F2', 'F11', 'x', 'é', 'Delete'])
    expect(commandOf(press(key), 'page', true), key).toBeUndefined();
});

describe('where the focus is', () => {
  /** An element as far as it is asked: by selectors of tag, attribute and their lists. */
  function element(tag: string, attributes: Record<string, string> = {}): Element {
    const one = (selector: string): boolean => {
      const [, name = '', rest = ''] = /^([a-z]*)(.*)$/.exec(selector) ?? [];
      if (name && name !== tag) return false;
      const not = /:not\((.*)\)$/.exec(rest)?.[1];
      if (not?.split(',').some((part) => one(part.trim()))) return false;
      return [...rest.replace(/:not\(.*\)$/, '').matchAll(/\[([a-z-]+)(?:="([^"]*)")?\]/g)].every(
        ([, key = '', value]) => (value === undefined ? key in attributes : attributes[key] === value),
      );
    };
    const parts = (list: string): string[] => list.split(/,\s*(?![^(]*\))/).map((part) => part.trim());
    const matches = (list: string): boolean => parts(list).some(one);
    return { matches, closest: () => null } as unknown as Element;
  }
  globalThis.document ??= { body: element('body') } as unknown as Document;

  it.each([
    ['text', [element('input'), element('input', { type: 'text' }), element('input', { type: 'number' })]],
    ['text', [element('textarea'), element('div', { contenteditable: '' })]],
    ['value', ['range', 'radio', 'checkbox'].map((type) => element('input', { type }))],
    ['value', [element('select'), element('div', { role: 'slider' }), element('g', { role: 'spinbutton' })]],
    ['value', [element('div', { 'data-pad': '' }), element('span', { role: 'radio' })]],
    ['control', [element('button'), element('a', { href: '#' }), element('summary')]],
    ['control', [element('div', { role: 'button' })]],
    ['page', [element('a'), element('h2', { tabindex: '-1' }), document.body]],
  ])('%s', (focus, all) => {
    for (const one of all) expect(focusOf(one)).toBe(focus);
    expect(focusOf(null)).toBe('page');
  });

  it('in a dialog that is closed it is on the page', () => {
    const gone = { matches: () => true, closest: (list: string) => (/dialog:not/.test(list) ? {} : null) };
    expect(focusOf(gone as unknown as Element)).toBe('page');
  });
});
