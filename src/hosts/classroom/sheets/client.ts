/** Brings a sheet to life: its print button, the theme button, the embed dialog. */
import { embedButton } from '../../embed/open-dialog.ts';
import { liveStrings as siteStrings } from '#site/strings.ts';
import { themeButton } from '#site/theme.ts';

for (const button of document.querySelectorAll('[data-print]')) {
  button.addEventListener('click', () => print());
}
themeButton(siteStrings);
embedButton('../../');
