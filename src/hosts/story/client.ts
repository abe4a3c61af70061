/** Brings the story's page to life: the stage follows the step being read. */
import { hydrate } from 'svelte';
import { civilDate } from '#model/dates.ts';
import type { Scene } from '#model/scene.ts';
import { createCard } from '#site/card.ts';
import { strings } from '#site/strings.ts';
import { themeButton } from '#site/theme.ts';
import Stage from '#stage/Stage.svelte';
import { focusTarget, keepAddress } from './address.ts';
import { openInPlace } from './cards.ts';
import { keepPlaceOnUpdate } from './dev-place.ts';
import type { PageData } from './page-data.ts';
import { follow } from './scroll.ts';
import { shareStep } from './share.ts';
import { createStageProps } from './stage-props.svelte.ts';

const root = document.documentElement;
const main = document.querySelector<HTMLElement>('main#story');
const holder = document.getElementById('stage');
const json = document.getElementById('story-data');

if (main && holder && json?.textContent) {
  const { steps, stage } = JSON.parse(json.textContent) as PageData;
  const articles = [...main.querySelectorAll<HTMLElement>('[data-step]')];
  const first = steps[0];
  if (first && articles.length === steps.length) {
    const props = createStageProps(stage, first.scene);
    hydrate(Stage, { target: holder, props });
    start(steps, articles, holder, (scene) => (props.scene = scene));
  }
}
themeButton(strings);
if (main) openInPlace(main, createCard(strings.close), strings);
if (import.meta.hot) keepPlaceOnUpdate(import.meta.hot);

function start(
  steps: PageData['steps'],
  articles: HTMLElement[],
  stage: HTMLElement,
  show: (scene: Scene) => void,
): void {
  const chapterName = document.querySelector('[data-chapter-name]');
  const progress = document.querySelector<HTMLElement>('.progress');
  const menu = [...document.querySelectorAll<HTMLAnchorElement>('#chapter-menu a')];
  const sections = articles.map((article) => article.closest('.chapter'));
  const chapters = [...new Set(sections)];
  const address = keepAddress();
  let reading = 0;

  follow(articles, stage, {
    onStep(index) {
      const step = steps[index];
      if (!step) return;
      reading = index;
      const { at, camera } = step.scene;
      root.dataset['step'] = step.id;
      root.dataset['at'] = civilDate(at.ms, at.offset);
      root.dataset['camera'] = typeof camera === 'string' ? camera : 'free';
      show(step.scene);
      const chapter = chapters.indexOf(sections[index] ?? null);
      if (chapterName) chapterName.textContent = step.chapter;
      menu.forEach((link, i) =>
        i === chapter ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current'),
      );
      if (window.scrollY > 0) address(step.id);
    },
    onRead(share) {
      progress?.style.setProperty('--read', share.toFixed(4));
      progress?.setAttribute('aria-valuenow', String(Math.round(share * 100)));
    },
  });
  menu.forEach((link) =>
    link.addEventListener('click', () => document.getElementById('chapter-menu')?.hidePopover()),
  );
  shareStep(() => steps[reading] ?? (steps[0] as PageData['steps'][number]), strings);
  focusTarget();
}
