/** The numbered notes of the whole story, in order of first citation. */
import type { Note } from '#model/story.ts';

export class Notes {
  private readonly bySource = new Map<string, Note>();

  /** The number of a source's note, which from now on names the step too. */
  cite(source: string, step: string): number {
    let note = this.bySource.get(source);
    if (!note) {
      note = { number: this.bySource.size + 1, source, steps: [] };
      this.bySource.set(source, note);
    }
    if (!note.steps.includes(step)) note.steps.push(step);
    return note.number;
  }

  list(): Note[] {
    return [...this.bySource.values()];
  }
}
