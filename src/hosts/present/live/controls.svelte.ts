/** What this window does with commands, from keys, clickers, buttons and touch. */
import type { Command } from '../keys.ts';
import * as changes from '../changes.ts';
import type { Lesson } from '../lesson.svelte.ts';
import { strings } from '../strings.ts';

export type Tool = 'laser' | 'draw';
export type Overlay = 'overview' | 'jump' | 'help' | 'notes' | 'menu';

/** How long a word to the speaker stands, and a number waits for its Enter, ms. */
const SAID = 3_500;
/** Escape twice within so long leaves, ms. */
const TWICE = 3_000;
const LONGEST_NUMBER = 4;

export interface ControlsHost {
  /** Opens the speaker's window; whether it could be opened. */
  openSpeaker(): boolean;
  leave(): void;
}

export class Controls {
  readonly lesson: Lesson;
  #host: ControlsHost;
  /** What lies over the slide. */
  open: Overlay | undefined = $state();
  tool: Tool | undefined = $state();
  /** One thing said at the foot of the wall. */
  status = $state('');
  /** Single letters and digits are commands. */
  letters = $state(true);
  still = $state(false);
  fullscreen = $state(false);
  /** The speaker's window was blocked: the notes are shown here. */
  blocked = $state(false);
  #typed = '';
  #unsay = 0;
  #escaped = 0;

  constructor(lesson: Lesson, host: ControlsHost) {
    this.lesson = lesson;
    this.#host = host;
  }

  say(text: string): void {
    clearTimeout(this.#unsay);
    this.status = text;
    if (text) {
      this.#unsay = window.setTimeout(() => {
        this.status = '';
        this.#typed = '';
      }, SAID);
    }
  }

  /** A digit of a slide's number. */
  digit(key: string): void {
    this.#typed = (this.#typed + key).slice(-LONGEST_NUMBER);
    this.say(strings.typed(this.#typed));
  }

  /** Whether a number waits for its Enter. */
  get typing(): boolean {
    return this.#typed !== '';
  }

  /** Enter after a number. */
  goTyped(): void {
    const number = this.#typed;
    this.#typed = '';
    this.say('');
    this.goTo(Number(number) - 1, number);
  }

  /** @param asked what to say there is no slide of, else */
  goTo(index: number, asked: string): boolean {
    const { lesson } = this;
    if (!lesson.deck.slides[index]) {
      this.say(strings.noSlide(asked));
      return false;
    }
    lesson.act(changes.go(lesson.deck, index, Date.now()));
    return true;
  }

  run(command: Command): void {
    const { lesson } = this;
    const { deck, slide } = lesson;
    const now = Date.now();
    if (command !== 'number') this.#typed = '';
    switch (command) {
      case 'next':
      case 'previous':
        this.open = undefined;
        this.say('');
        lesson.act(changes.turn(deck, command === 'next' ? 1 : -1, now));
        break;
      case 'first':
      case 'last':
        lesson.act(changes.go(deck, command === 'first' ? 0 : deck.slides.length - 1, now));
        break;
      case 'black':
      case 'white':
        lesson.act(changes.cover(command));
        break;
      case 'overview':
      case 'jump':
      case 'help':
        this.open = this.open === command ? undefined : command;
        break;
      case 'speaker':
        if (this.#host.openSpeaker()) this.blocked = false;
        else {
          this.blocked = true;
          this.open = 'notes';
        }
        break;
      case 'laser':
      case 'draw':
        this.tool = this.tool === command ? undefined : command;
        if (this.tool !== 'laser') lesson.point(undefined);
        this.say(this.tool === 'laser' ? strings.laserOn : this.tool === 'draw' ? strings.drawOn : '');
        break;
      case 'undo':
        lesson.act(changes.erase(slide.id, false));
        break;
      case 'timer':
        lesson.act(changes.runCountdown(now));
        break;
      case 'answer':
        lesson.act(changes.reveal(slide));
        break;
      case 'motion':
        this.still = !this.still;
        this.say(this.still ? strings.motionOff : strings.motionOn);
        break;
      case 'fullscreen':
      case 'start':
        this.#fullScreen(command === 'start');
        break;
      case 'close':
        this.#close(now);
        break;
      case 'number':
        break;
    }
  }

  /** Takes away what lies on top; with nothing there, the second time leaves. */
  #close(now: number): void {
    const { lesson } = this;
    if (lesson.session.cover) lesson.act(changes.cover(undefined));
    else if (this.open) this.open = undefined;
    else if (this.tool) {
      this.tool = undefined;
      lesson.point(undefined);
      this.say('');
    } else if (lesson.session.shown[lesson.slide.id]) lesson.act(changes.show(lesson.slide.id, undefined));
    else if (document.fullscreenElement) void document.exitFullscreen();
    else if (now - this.#escaped < TWICE) this.#host.leave();
    else {
      this.#escaped = now;
      this.say(strings.leaveHint);
      return;
    }
    this.#escaped = 0;
  }

  /** @param only on, never off: a clicker's “start” alternates with Escape by itself */
  #fullScreen(only: boolean): void {
    const done = (): void => void (this.fullscreen = document.fullscreenElement !== null);
    if (!document.fullscreenElement) {
      // Not everywhere allowed, in a frame for instance; then the window stays as it is.
      document.documentElement.requestFullscreen?.().then(done, () => undefined);
    } else if (!only) void document.exitFullscreen().then(done, () => undefined);
  }
}
