/** The plain `ustar` form of tar, for archives that any `tar` unpacks and that come out the same every time. */

export interface TarFile {
  /** With slashes; at most 255 characters, of which the last folder and the name take at most 100. */
  path: string;
  body: Uint8Array;
}

const BLOCK = 512;

/** The archive, files in the order of their paths; no dates, owners or modes of the machine are in it. */
export function writeTar(files: readonly TarFile[]): Uint8Array {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const blocks = sorted.flatMap(({ path, body }) => {
    const padding = Buffer.alloc((BLOCK - (body.length % BLOCK)) % BLOCK);
    return [header(path, body.length), body, padding];
  });
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}

function header(path: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const [prefix, name] = split(path);
  const octal = (value: number, at: number, length: number): void => {
    block.write(value.toString(8).padStart(length - 1, '0'), at, 'latin1');
  };
  block.write(name, 0, 'utf8');
  octal(0o644, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  // The sum counts its own field as spaces.
  block.write('        ', 148, 'latin1');
  block.write('0', 156, 'latin1');
  block.write('ustar\0' + '00', 257, 'latin1');
  block.write(prefix, 345, 'utf8');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

/** A path in its two fields, which are cut at a slash. */
function split(path: string): [prefix: string, name: string] {
  const bytes = (text: string): number => Buffer.byteLength(text);
  if (bytes(path) <= 100) return ['', path];
  for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (bytes(prefix) <= 155 && bytes(name) <= 100) return [prefix, name];
  }
  throw new Error(`“${path}” is too long a path for the archive`);
}

/** The files of an archive that {@link writeTar} made. */
export function* readTar(tar: Uint8Array): Iterable<TarFile> {
  const bytes = Buffer.from(tar.buffer, tar.byteOffset, tar.byteLength);
  const text = (from: number, length: number): string =>
    bytes.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0;) {
    const [prefix, name] = [text(at + 345, 155), text(at, 100)];
    const size = parseInt(text(at + 124, 12), 8);
    at += BLOCK;
    yield { path: prefix ? `${prefix}/${name}` : name, body: bytes.subarray(at, at + size) };
    at += Math.ceil(size / BLOCK) * BLOCK;
  }
}
