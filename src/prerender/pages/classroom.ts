/** `/classroom/`: how to teach with the story. */
import { render } from 'svelte/server';
import basemap, { levels } from 'virtual:basemap';
import story from 'virtual:story';
import ClassroomShell from '#hosts/classroom/ClassroomShell.svelte';
import { quizViews } from '#hosts/classroom/quiz.ts';
import { strings } from '#hosts/classroom/strings.ts';
import type { PageContext, PageParts } from '../page.ts';
import { classroomPage, quizBasemap } from './classroom-common.ts';

/** Renders the page; nothing for a story that has nothing to teach with. */
export function page(context: PageContext): PageParts | undefined {
  if (!story.classroom) return undefined;
  const { root, siteUrl, offlineFile } = context;
  const offline = offlineFile && { href: root + offlineFile.path, bytes: offlineFile.bytes };
  const quiz = quizViews(story, levels);
  return classroomPage(story, context, {
    title: strings.title,
    description: strings.description,
    path: 'classroom/',
    html: render(ClassroomShell, {
      props: { story, quiz, root, siteUrl, offline, basemap: quizBasemap(basemap, quiz) },
    }),
  });
}
