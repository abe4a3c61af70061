/** Brings the sources page to life: the filter of the list, and the theme button. */
import { strings as siteStrings } from '#site/strings.ts';
import { themeButton } from '#site/theme.ts';
import { startFilter } from './filter.ts';
import { strings } from './strings.ts';

startFilter(document, strings);
themeButton(siteStrings);
