/** A browser as the checks use it: what a person does with it, and a way to ask the page. */

/** A point of the window, CSS px. */
export interface Point {
  x: number;
  y: number;
}

/** Keys by the names `KeyboardEvent.key` has; any other single character is typed. */
export type Key =
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'ArrowUp'
  | 'End'
  | 'Enter'
  | 'Escape'
  | 'Home'
  | 'PageDown'
  | 'Tab';

/** A function that runs in the page. It sees nothing of where it is written: all it needs is in its arguments. */
type InPage<A extends unknown[], R> = (...args: A) => R | Promise<R>;

export interface Engine {
  readonly name: string;
  /** Opens an address as if it were typed into an empty window. */
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** What a function returns in the page, as JSON can carry it; a promise is waited for. */
  evaluate<A extends unknown[], R>(fn: InPage<A, R>, ...args: A): Promise<R>;
  /** The same in a frame of the page, of whatever origin. */
  inFrame<A extends unknown[], R>(frame: string, fn: InPage<A, R>, ...args: A): Promise<R>;
  key(key: Key | string): Promise<void>;
  /** Presses at the first point, moves through the others, and lets go. One point is a click. */
  drag(...points: Point[]): Promise<void>;
  /** Moves the pointer without pressing. */
  hover(point: Point): Promise<void>;
  /** Turns the wheel at a point; positive is down, CSS px. */
  wheel(point: Point, down: number): Promise<void>;
  /** Sets the size of the window's inside, CSS px. */
  resize(width: number, height: number): Promise<void>;
  /** What the window shows, as a PNG. */
  screenshot(): Promise<Buffer>;
  /** Windows that the page has opened; only where the driver lets pages open any. */
  opened?(): Promise<readonly Pick<Engine, 'evaluate'>[]>;
  /** The page on paper, as a PDF; only where the driver can print. */
  print?(): Promise<Uint8Array>;
  close(): Promise<void>;
}
