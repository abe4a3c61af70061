/** `manifest.webmanifest`, so that the story can be put on a home screen. All addresses are relative to it. */
import type { Story } from '#model/story.ts';
import { PAPER } from './head.ts';

export function manifest(story: Story): string {
  const { meta } = story;
  const body = {
    name: meta.title,
    short_name: meta.title,
    description: meta.description,
    lang: meta.language,
    dir: meta.direction,
    start_url: './',
    scope: './',
    display: 'minimal-ui',
    background_color: PAPER.light,
    theme_color: PAPER.light,
    icons: [
      { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
  return `${JSON.stringify(body, null, 2)}\n`;
}
