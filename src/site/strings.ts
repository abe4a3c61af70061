/** Every word the interface itself says, in one place per language. */

/** What scripts say: the rest stands in the pages already and need not be sent again. */
export const liveStrings = {
  copied: 'Copied',
  copyFailed: 'Select the link and copy it',
  theme: 'Colours',
  themes: { system: 'as the system', light: 'light', dark: 'dark' },
  close: 'Close',
  inSources: 'In the list of sources',
  ourArithmetic: 'Our arithmetic',
  loading: 'Loading …',
  textMissing: 'This could not be loaded. Close the card and try again.',
  quoteMissing: 'The quotation could not be loaded.',
} as const;

export const strings = {
  ...liveStrings,
  skipToStory: 'Skip to the story',
  skipToTimeline: 'Skip to the timeline',
  skipToNotes: 'Skip to the notes',
  skipToContent: 'Skip to the content',
  home: (title: string): string => `${title}, start`,
  chapters: 'Chapters',
  prologue: 'Prologue',
  progress: 'Read so far',
  share: 'Share',
  embed: 'Embed',
  present: 'Present',
  classroom: 'Classroom',
  shareTitle: 'Share this step',
  shareStory: 'Share the story',
  copy: 'Copy link',
  shareVia: 'Share with another app',
  linkTo: 'Link to this step',
  sources: 'Sources',
  story: 'Story',
  note: 'Note',
  readAtSource: 'Read it at the source',
  seenAsCopy: 'Read as a reproduction; the original address is not known.',
  method: 'How the numbers were counted',
  corrections: 'Corrections',
  downloads: 'Data to download',
  updated: 'Updated',
  licence: 'Text and data',
  code: 'Code',
  quotations: 'Quotations belong to their authors.',
  savedOffline: 'Saved offline ✓',
} as const;

export type Strings = typeof strings;
export type LiveStrings = typeof liveStrings;
