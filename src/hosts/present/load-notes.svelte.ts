/** The teacher's notes, read when they are first needed: a wall that reveals nothing never has them. */
import { loadJson } from '#site/load-json.ts';
import { NOTES_DATA, type LessonNotes, type SlideNotes } from './notes.ts';

export class Notes {
  #root: string;
  #all: LessonNotes | undefined = $state.raw();
  #asked = false;
  failed = $state(false);

  constructor(root: string) {
    this.#root = root;
  }

  load(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.failed = false;
    loadJson<LessonNotes>(this.#root + NOTES_DATA).then(
      (all) => (this.#all = all),
      () => {
        // Tried again when they are next asked for.
        this.#asked = false;
        this.failed = true;
      },
    );
  }

  of(slide: string): SlideNotes | undefined {
    return this.#all?.[slide];
  }
}
