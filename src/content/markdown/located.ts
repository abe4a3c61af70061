/** Text that knows where in its file each of its characters stands, however often it was cut and unindented. */
export class Located {
  readonly text: string;
  private readonly offsets: Int32Array;

  private constructor(text: string, offsets: Int32Array) {
    this.text = text;
    this.offsets = offsets;
  }

  /** A stretch of a file as it stands there. */
  static of(text: string, start: number): Located {
    return new Located(
      text,
      Int32Array.from({ length: text.length }, (_, i) => start + i),
    );
  }

  /** The offset in the file of the character at `index`; past the end, just after the last one. */
  at(index: number): number {
    const { length } = this.offsets;
    if (length === 0) return 0;
    return index < length ? (this.offsets[index] as number) : (this.offsets[length - 1] as number) + 1;
  }

  slice(start: number, end = this.text.length): Located {
    return new Located(this.text.slice(start, end), this.offsets.subarray(start, end));
  }

  /** The next place of `part` at or after `from`; `from` itself if it is nowhere. */
  find(part: string, from: number): number {
    const found = this.text.indexOf(part, from);
    return found < 0 ? from : found;
  }

  /**
   * `inner` is this text without its markers and indents (`> `, `- `): its characters come in the same order.
   * @param from where in this text to begin.
   */
  align(inner: string, from: number): Located {
    const offsets = new Int32Array(inner.length);
    let at = from;
    for (let i = 0; i < inner.length; i++) {
      const found = this.text.indexOf(inner.charAt(i), at);
      if (found >= 0) at = found;
      offsets[i] = this.at(at);
      if (found >= 0) at += 1;
    }
    return new Located(inner, offsets);
  }
}
