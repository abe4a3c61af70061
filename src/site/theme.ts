/** Light, dark, or as the system has it; remembered on this device only. */
import type { LiveStrings } from './strings.ts';

type Theme = 'system' | 'light' | 'dark';
const ORDER: Theme[] = ['system', 'light', 'dark'];

/** The theme in force on this page. */
function current(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage is blocked: the choice holds for this page.
  }
}

/** Makes the theme button go round system, light and dark, and say which it is. */
export function themeButton(strings: LiveStrings): void {
  const button = document.querySelector<HTMLElement>('[data-theme-toggle]');
  const name = button?.querySelector('[data-theme-name]');
  if (!button || !name) return;
  const say = (): void => {
    const text = `${strings.theme}: ${strings.themes[current()]}`;
    name.textContent = text;
    button.title = text;
  };
  say();
  button.addEventListener('click', () => {
    apply(ORDER[(ORDER.indexOf(current()) + 1) % ORDER.length] as Theme);
    say();
  });
}
