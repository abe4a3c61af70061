/** Brings the wall to life: slides from the page's articles, one at a time, beside a stage that is live. */
import { mount } from 'svelte';
import { pageAddress } from '#site/page-address.ts';
import { addressOf } from './address.ts';
import { Controls } from './live/controls.svelte.ts';
import Desk from './live/Desk.svelte';
import PollTally from './live/PollTally.svelte';
import { listenToKeys, listenToSwipes } from './live/keyboard.ts';
import { Notes } from './load-notes.svelte.ts';
import { followAddress, startLesson, startStage } from './start.svelte.ts';
import { keepAwake, watchIdle } from './wake.ts';

const root = document.documentElement;
const main = document.querySelector<HTMLElement>('main#deck');
const holder = document.getElementById('stage');
const desk = document.getElementById('desk');

/** Of the root size of the wall, its smallest labels. */
const LABEL = 0.75;

if (main && holder && desk) {
  start(main, holder, desk).catch((error: unknown) => {
    // The outline is complete without scripts.
    root.classList.remove('js');
    throw error;
  });
}

async function start(page: HTMLElement, stage: HTMLElement, target: HTMLElement): Promise<void> {
  const toRoot = page.dataset['root'] ?? '../';
  const { lesson, data } = await startLesson(toRoot);
  const articles = new Map(
    [...page.querySelectorAll<HTMLElement>('[data-slide]')].map((article) => [
      article.dataset['slide'] ?? '',
      article,
    ]),
  );
  const words = page.querySelector<HTMLElement>('.slides');
  const speaker = document.querySelector<HTMLAnchorElement>('a[data-speaker]');

  const controls = new Controls(lesson, {
    openSpeaker: () => {
      const address = addressOf(speaker?.href ?? 'speaker/', lesson.session, lesson.id);
      const opened = window.open(address, `speaker-${lesson.id}`, 'popup,width=1120,height=780');
      if (!opened) return false;
      lesson.join(opened);
      return true;
    },
    leave: () => {
      const step = lesson.slide.step ?? '';
      location.href = pageAddress(`${toRoot}${step ? `#${step}` : ''}`);
    },
  });
  const notes = new Notes(toRoot);

  let arrived = false;
  $effect.root(() => {
    $effect(() => {
      const { slide } = lesson;
      for (const [id, article] of articles) article.hidden = id !== slide.id;
      root.dataset['slide'] = slide.id;
      root.dataset['step'] = slide.step ?? '';
      root.toggleAttribute('data-wide', slide.step === undefined);
      if (words) words.scrollTop = 0;
      // Focus stays where it is unless the slide that had it is gone.
      if (arrived && document.activeElement === document.body)
        articles.get(slide.id)?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
      arrived = true;
    });
    $effect(() => {
      const { cover } = lesson.session;
      if (cover) root.dataset['cover'] = cover;
      else delete root.dataset['cover'];
      for (const part of [stage, words]) if (part) part.inert = cover !== undefined;
    });
    $effect(() => {
      if (Object.keys(lesson.session.shown).length > 0 || controls.open === 'notes') notes.load();
    });
    $effect(() => void root.toggleAttribute('data-still', controls.still));
  });

  const wall = startStage(lesson, data, stage, page, toRoot, () => controls.still);
  // A poll's options take the hands that are counted for them.
  for (const list of page.querySelectorAll<HTMLElement>('[data-options]')) {
    const id = list.closest<HTMLElement>('[data-slide]')?.dataset['slide'] ?? '';
    const options = [...list.children].map((option) => option.lastElementChild?.textContent ?? '');
    mount(PollTally, { target: list.parentElement ?? page, props: { lesson, id, options } });
    list.remove();
  }
  mount(Desk, { target, props: { lesson, controls, notes, root: toRoot } });
  new ResizeObserver(() => {
    wall.textSize = parseFloat(getComputedStyle(root).fontSize) * LABEL;
    const { width, height } = stage.getBoundingClientRect();
    if (width > 0 && height > 0) lesson.tellShape(width / height);
  }).observe(stage);
  listenToKeys(controls);
  if (words) listenToSwipes(words, controls);
  followAddress(lesson);
  keepAwake();
  watchIdle();
}
