import { expect, test } from 'vitest';
import type { Chapter, Note } from '#model/story.ts';
import { notesByChapter } from '#hosts/story/notes-by-chapter.ts';

const chapter = (id: string, ...steps: string[]): Chapter =>
  ({ id, title: id, steps: steps.map((step) => ({ id: step })) }) as unknown as Chapter;
const note = (number: number, ...steps: string[]): Note => ({ number, source: `source-${number}`, steps });

test('a note stands under the chapter that cites it first, whoever cites it again', () => {
  const groups = notesByChapter({
    chapters: [chapter('one', 'a', 'b'), chapter('two', 'c'), chapter('three', 'd')],
    notes: [note(1, 'a', 'd'), note(2, 'b', 'c'), note(3, 'd')],
  });
  expect(groups.map(({ chapter: { id }, notes }) => [id, notes.map(({ number }) => number)])).toEqual([
    ['one', [1, 2]],
    ['three', [3]],
  ]);
});

test('without notes there is nothing', () => {
  expect(notesByChapter({ chapters: [chapter('one', 'a')], notes: [] })).toEqual([]);
});
