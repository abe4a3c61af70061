/** `/classroom/handout/`: what students get on paper. */
import { render } from 'svelte/server';
import basemap, { levels } from 'virtual:basemap';
import story from 'virtual:story';
import { quizViews } from '#hosts/classroom/quiz.ts';
import Handout from '#hosts/classroom/sheets/Handout.svelte';
import { strings } from '#hosts/classroom/strings.ts';
import { stageData } from '#stage/stage-data.ts';
import type { PageContext, PageParts } from '../page.ts';
import { classroomPage, quizBasemap } from './classroom-common.ts';

/** Renders the sheet; nothing for a story that has nothing to teach with. */
export function page(context: PageContext): PageParts | undefined {
  if (!story.classroom) return undefined;
  const quiz = quizViews(story, levels);
  const { guess } = stageData(story, levels);
  return classroomPage(story, context, {
    title: strings.handout,
    description: strings.handoutLead,
    path: 'classroom/handout/',
    html: render(Handout, {
      props: { story, quiz, guess, root: context.root, basemap: quizBasemap(basemap, quiz) },
    }),
  });
}
