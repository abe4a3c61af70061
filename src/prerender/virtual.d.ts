declare module 'virtual:story' {
  import type { Story } from '#model/story.ts';
  const story: Story;
  export default story;
}
