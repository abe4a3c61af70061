/** Brings the sources page to life: the filter of the list, the theme button, the embed dialog. */
import { embedButton } from '../embed/open-dialog.ts';
import { liveStrings as siteStrings } from '#site/strings.ts';
import { themeButton } from '#site/theme.ts';
import { startFilter } from './filter.ts';
import { strings } from './strings.ts';

startFilter(document, strings);
themeButton(siteStrings);
embedButton('../');
