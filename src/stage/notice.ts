/** A word of the host about what the stage shows just now: where the date was cut to, or what the reader called up. */
export interface Notice {
  /** Small, first: “Five months earlier”. */
  kicker: string;
  /** “21 August 2013”. */
  text: string;
  /** Ends what the reader called up. */
  back?: { label: string; act(): void };
}
