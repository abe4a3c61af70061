/** Brings the speaker's window to life: the lesson's stage, and the teacher's side beside it. */
import { mount } from 'svelte';
import { addressOf } from '../address.ts';
import { Controls } from '../live/controls.svelte.ts';
import { listenToKeys } from '../live/keyboard.ts';
import { Notes } from '../load-notes.svelte.ts';
import { followAddress, startLesson, startStage } from '../start.svelte.ts';
import SpeakerDesk from './SpeakerDesk.svelte';

const root = document.documentElement;
const main = document.querySelector<HTMLElement>('main#speaker');
const holder = document.getElementById('stage');
const desk = document.getElementById('desk');

if (main && holder && desk) {
  start(main, holder, desk).catch((error: unknown) => {
    // All notes stand on the page without scripts.
    root.classList.remove('js');
    throw error;
  });
}

async function start(page: HTMLElement, stage: HTMLElement, target: HTMLElement): Promise<void> {
  const toRoot = page.dataset['root'] ?? '../../';
  const { lesson, data } = await startLesson(toRoot);
  const wall = document.querySelector<HTMLAnchorElement>('a[data-wall]');
  const wallAddress = (): string => addressOf(wall?.href ?? '../', lesson.session, lesson.id);
  const controls = new Controls(lesson, {
    // It is here already.
    openSpeaker: () => true,
    leave: () => undefined,
  });
  $effect.root(() => {
    $effect(() => {
      const { slide } = lesson;
      root.dataset['slide'] = slide.id;
      root.dataset['step'] = slide.step ?? '';
      root.dataset['cover'] = lesson.session.cover ?? '';
    });
    $effect(() => {
      if (lesson.shape !== undefined) page.style.setProperty('--wall', lesson.shape.toFixed(4));
    });
  });
  startStage(lesson, data, stage, page, toRoot, () => controls.still);
  const openWall = (): boolean => {
    const opened = window.open(wallAddress(), `wall-${lesson.id}`, 'popup,width=1280,height=760');
    if (opened) lesson.join(opened);
    return opened !== null;
  };
  mount(SpeakerDesk, {
    target,
    props: { lesson, controls, notes: new Notes(toRoot), openWall, wallAddress },
  });
  listenToKeys(controls);
  followAddress(lesson);
}
