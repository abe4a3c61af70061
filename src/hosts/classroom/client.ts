/** Brings the classroom page to life: the quiz, the theme button, the embed dialog. */
import { embedButton } from '../embed/open-dialog.ts';
import { liveStrings as siteStrings } from '#site/strings.ts';
import { themeButton } from '#site/theme.ts';
import { startQuiz } from './quiz-form.ts';
import { quizWords } from './quiz-words.ts';

startQuiz(document, quizWords);
themeButton(siteStrings);
embedButton('../');
