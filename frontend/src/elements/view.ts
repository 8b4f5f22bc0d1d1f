/** What the parts of the element need to draw an answer, handed down as one value so that they stay plain functions. */
import type { Answer, CinemaShowtimes } from "../api/showtimes.ts";
import type { Speech } from "../finder/messages.ts";
import type { Point } from "../finder/position.ts";

export interface View {
  answer: Answer;
  /** Sorted, cut and filtered: what is drawn. */
  cinemas: CinemaShowtimes[];
  /** The exact position that the answer was sorted by; only ever measured from, never drawn. */
  position: Point | null;
  now: Date;
  speech: Speech;
  /** Where films are linked to: the origin that serves the widget. */
  server: string;
  /** Whether a screening says its film: it need not where the page is about one. */
  showsTitles: boolean;
}
