/**
 * iframe-resizer 4 and 5: texts `[iFrameSizer]` + fields between colons. The parent begins with its settings, the
 * child answers with the id it found in them. Versions differ in the number of fields.
 */
import type { Size } from '../size.ts';

const START = '[iFrameSizer]';
/** Makes parents that are there already begin again: sent once. */
export const RESIZER_HERE = '[iFrameResizerChild]Ready';

/** Version 4 sends 16 settings, open-iframe-resizer's imitation 22, version 5 sends 24 or more. */
const FIELDS_4 = 16;
const FIELDS_5 = 24;
/** Whether to send the size unasked stands here. */
const AUTO = 6;
const LONGEST_ID = 200;

/** What a parent said about itself. */
export interface Resizer {
  id: string;
  /** Otherwise it asks when it wants to know. */
  auto: boolean;
  /** Exactly version 4: it takes an `init` for a size, where others may want a `resizeObserver` too. */
  four: boolean;
  /** Version 5 or newer: it knows `title`. */
  five: boolean;
}

export type FromResizer =
  | { type: 'init'; resizer: Resizer }
  | { type: 'ask' }
  /** `json` is what the host gave to `sendMessage`. */
  | { type: 'message'; json: string };

/** What a parent says. */
export function readResizer(data: string): FromResizer | undefined {
  if (!data.startsWith(START)) return undefined;
  const text = data.slice(START.length);
  if (text === 'resize' || text === 'reset') return { type: 'ask' };
  if (text.startsWith('message:')) return { type: 'message', json: text.slice('message:'.length) };
  const fields = text.split(':');
  const [id = '', , sizeWidth = ''] = fields;
  if (!/^(true|false)$/.test(sizeWidth) || fields.length < FIELDS_4 || !id || id.length > LONGEST_ID) {
    return undefined;
  }
  return {
    type: 'init',
    resizer: {
      id,
      auto: fields[AUTO] !== 'false',
      four: fields.length === FIELDS_4,
      five: fields.length >= FIELDS_5,
    },
  };
}

/** Tells the size; the first answer to a parent is `init`. */
export const resizerSize = (id: string, { width, height }: Size, why: 'init' | 'resizeObserver'): string =>
  `${START}${id}:${height}:${width}:${why}`;

/** Something for the host's `onMessage`. */
export const resizerMessage = (id: string, value: unknown): string =>
  `${START}${id}:0:0:message:${JSON.stringify(value)}`;

/** The iframe's title, for version 5; it would end at a colon. */
export const resizerTitle = (id: string, title: string): string =>
  `${START}${id}:0:0:title:${title.replaceAll(/\s*:\s*/g, ' – ')}`;
