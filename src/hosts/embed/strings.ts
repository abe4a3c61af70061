/** What the embeds say besides the story. */
export const strings = {
  views: {
    story: 'Story',
    map: 'Map',
    timeline: 'Timeline',
    chart: 'Promise against delivery',
    event: 'Event',
  },
  pictureOf: (view: 'story' | 'map' | 'timeline' | 'chart', title: string): string =>
    ({
      story: `Map and timeline of the story “${title}”`,
      map: `Map of the story “${title}”`,
      timeline: `Timeline of the story “${title}”`,
      chart: `Chart of what was required and what was announced as removed, from the story “${title}”`,
    })[view],
  credit: (title: string): string => `${title}: the whole story`,
} as const;
