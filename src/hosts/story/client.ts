/** Brings the story's page to life: the stage follows the step being read. */
import { hydrate } from 'svelte';
import { civilDate } from '#model/dates.ts';
import type { Scene } from '#model/scene.ts';
import { createCard } from '#site/card.ts';
import { strings } from '#site/strings.ts';
import { themeButton } from '#site/theme.ts';
import Stage from '#stage/Stage.svelte';
import type { StageData } from '#stage/stage-data.ts';
import { focusTarget, keepAddress } from './address.ts';
import { openInPlace } from './cards.ts';
import { keepPlaceOnUpdate } from './dev-place.ts';
import { STAGE_DATA, type PageData } from './page-data.ts';
import { follow } from './scroll.ts';
import { shareStep } from './share.ts';
import { createStageProps } from './stage-props.svelte.ts';

const root = document.documentElement;
const main = document.querySelector<HTMLElement>('main#story');
const holder = document.getElementById('stage');
const json = document.getElementById('story-data');

themeButton(strings);
if (main) openInPlace(main, createCard(strings.close), strings);
if (main && holder && json?.textContent) {
  const { steps } = JSON.parse(json.textContent) as PageData;
  const articles = [...main.querySelectorAll<HTMLElement>('[data-step]')];
  if (steps.length > 0 && articles.length === steps.length) start(steps, articles, holder);
}
if (import.meta.hot) keepPlaceOnUpdate(import.meta.hot);

type Steps = PageData['steps'];

/**
 * Takes over the stage the server rendered, which shows the first step. Resolves to what shows another scene.
 * Where the data cannot be had, the page falls back to its form without scripts, which is complete.
 */
async function wakeStage(holder: HTMLElement, first: Scene): Promise<(scene: Scene) => void> {
  try {
    const response = await fetch(STAGE_DATA);
    if (!response.ok) throw new Error(`${STAGE_DATA}: ${response.status}`);
    const props = createStageProps((await response.json()) as StageData, first);
    hydrate(Stage, { target: holder, props });
    return (scene) => (props.scene = scene);
  } catch (error) {
    root.classList.remove('js');
    throw error;
  }
}

function start(steps: Steps, articles: HTMLElement[], holder: HTMLElement): void {
  const chapterName = document.querySelector('[data-chapter-name]');
  const progress = document.querySelector<HTMLProgressElement>('progress.progress');
  const menu = [...document.querySelectorAll<HTMLAnchorElement>('#chapter-menu a')];
  const sections = articles.map((article) => article.closest('.chapter'));
  const chapters = [...new Set(sections)];
  const address = keepAddress();
  let reading = 0;
  let show: ((scene: Scene) => void) | undefined;
  const current = (): Steps[number] => steps[reading] as Steps[number];

  void wakeStage(holder, (steps[0] as Steps[number]).scene).then((ready) => {
    show = ready;
    show(current().scene);
  });
  follow(articles, holder, {
    onStep(index) {
      reading = index;
      const { id, chapter, scene } = current();
      root.dataset['step'] = id;
      root.dataset['at'] = civilDate(scene.at.ms, scene.at.offset);
      root.dataset['camera'] = typeof scene.camera === 'string' ? scene.camera : 'free';
      show?.(scene);
      if (chapterName) chapterName.textContent = chapter;
      const place = chapters.indexOf(sections[index] ?? null);
      menu.forEach((link, i) => {
        if (i === place) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      });
      if (window.scrollY > 0) address(id);
    },
    onRead(share) {
      if (progress) progress.value = share;
    },
  });
  const closeMenu = (): void => document.getElementById('chapter-menu')?.hidePopover();
  menu.forEach((link) => link.addEventListener('click', closeMenu));
  shareStep(current, strings);
  focusTarget();
}
