/** `/classroom/key/`: the answers, for the teacher. */
import { render } from 'svelte/server';
import { levels } from 'virtual:basemap';
import story from 'virtual:story';
import { quizViews } from '#hosts/classroom/quiz.ts';
import Key from '#hosts/classroom/sheets/Key.svelte';
import { strings } from '#hosts/classroom/strings.ts';
import { stageData } from '#stage/stage-data.ts';
import type { PageContext, PageParts } from '../page.ts';
import { classroomPage } from './classroom-common.ts';

/** Renders the sheet; nothing for a story that has nothing to teach with. */
export function page(context: PageContext): PageParts | undefined {
  if (!story.classroom) return undefined;
  const { guess } = stageData(story, levels);
  return classroomPage(story, context, {
    title: strings.key,
    description: strings.keyLead,
    path: 'classroom/key/',
    html: render(Key, { props: { story, quiz: quizViews(story, levels), guess, root: context.root } }),
  });
}
