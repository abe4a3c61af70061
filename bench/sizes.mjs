/** What each file of the built site weighs on the wire. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const COMPRESSED_ALREADY = ['.woff2', '.png', '.jpg', '.webp'];

/**
 * Every file of `folder` with its brotli size in bytes; writes a `.br` beside each, for a server that sends them.
 * @returns {{ file: string, raw: number, wire: number }[]} largest first
 */
export function compressAll(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => {
      const bytes = readFileSync(join(folder, file));
      if (COMPRESSED_ALREADY.includes(extname(file)))
        return { file, raw: bytes.byteLength, wire: bytes.byteLength };
      const packed = brotliCompressSync(bytes);
      writeFileSync(join(folder, `${file}.br`), packed);
      return { file, raw: bytes.byteLength, wire: packed.byteLength };
    })
    .sort((a, b) => b.wire - a.wire);
}
