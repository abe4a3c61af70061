/** The light theme of `tokens.css` for pictures that cannot read custom properties; a test holds the two together. */
import type { ThreadColour } from '#model/story.ts';

export const PALETTE = {
  paper: '#fbfaf7',
  ink: '#1b1b1a',
  inkSoft: '#5b5a55',
  rule: '#dedbd2',
  sea: '#cfdce2',
  land: '#f3efe4',
  landHighlight: '#e9d9b5',
  coast: '#9fb4be',
  border: '#c9c0ab',
  route: '#6b6f73',
} as const;

export const THREAD_COLOURS: Record<ThreadColour, string> = {
  red: '#9f1d20',
  blue: '#2b5b8a',
  green: '#0b6e62',
  ochre: '#8a5a00',
  grey: '#6d6b64',
};
