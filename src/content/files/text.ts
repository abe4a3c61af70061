/** Content files as text: UTF-8 only, with BOM and CRLF accepted, and places in them as line and column. */
import { readFileSync } from 'node:fs';
import { basename, relative, sep } from 'node:path';

/** A place in a file, both counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A file's text with `\n` line ends and no BOM. */
export interface TextFile {
  /** How problems name it: `content/events.yaml`. */
  name: string;
  path: string;
  text: string;
  placeOf(offset: number): Place;
}

/** How problems name `path`: relative to the content folder's parent. */
export function displayName(folder: string, path: string): string {
  return [basename(folder), ...relative(folder, path).split(sep)].join('/');
}

/** Turns offsets into lines and columns. */
export function placer(text: string): (offset: number) => Place {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}

/** Where the first sequence that is not UTF-8 begins. */
function firstBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] as number;
    const length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    try {
      if (length > 1) decoder.decode(bytes.subarray(at, at + length));
    } catch {
      return at;
    }
    at += length;
  }
  return at;
}

/** A file whose bytes are no UTF-8 text. */
export class EncodingError extends Error {
  readonly place: Place;
  constructor(place: Place, message: string) {
    super(message);
    this.place = place;
  }
}

/**
 * Decodes a content file.
 * @throws {EncodingError} with the place of the first byte that is no UTF-8.
 */
export function decode(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) {
    throw new EncodingError({ line: 1, column: 1 }, 'the file is in UTF-16; save it as UTF-8');
  }
  try {
    // The decoder drops a leading BOM.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    const bad = firstBadByte(bytes);
    const before = new TextDecoder('utf-8').decode(bytes.subarray(0, bad)).replace(/\r\n?/g, '\n');
    const byte = (bytes[bad] ?? 0).toString(16).padStart(2, '0');
    throw new EncodingError(
      placer(before)(before.length),
      `the file is not UTF-8: byte 0x${byte} stands here; save it in the encoding UTF-8`,
    );
  }
}

/** Reads a content file; see {@link decode}. */
export function readText(folder: string, path: string): TextFile {
  const text = decode(readFileSync(path));
  return { name: displayName(folder, path), path, text, placeOf: placer(text) };
}
