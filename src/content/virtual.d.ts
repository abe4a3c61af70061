/** The compiled story, for code that runs at build time: `import story from 'virtual:story'`. */
declare module 'virtual:story' {
  import type { Story } from '#model/story.ts';

  export const story: Story;
  export default story;
}
