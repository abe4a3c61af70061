/** The numbered notes of the whole story, in order of first citation. */
import type { Note } from '#model/story.ts';

export class Notes {
  private readonly bySource = new Map<string, Note & { uses: number }>();

  /** Counts one more use of a source in a step. */
  cite(source: string, step: string): { number: number; use: number } {
    let note = this.bySource.get(source);
    if (!note) {
      note = { number: this.bySource.size + 1, source, steps: [], uses: 0 };
      this.bySource.set(source, note);
    }
    if (!note.steps.includes(step)) note.steps.push(step);
    note.uses += 1;
    return { number: note.number, use: note.uses };
  }

  list(): Note[] {
    return [...this.bySource.values()].map(({ number, source, steps }) => ({ number, source, steps }));
  }
}
