/** What the parts of the element need to draw an answer, handed down as one value so that they stay plain functions. */
import type { Answer } from "../api/showtimes.ts";
import type { Speech } from "../finder/messages.ts";
import type { Point } from "../finder/position.ts";
import type { Facts } from "../finder/wish.ts";

export interface View extends Facts {
  answer: Answer;
  speech: Speech;
  /** Where films are linked to: the origin that serves the widget. */
  server: string;
  /** The element is about one film, or about one cinema: what need not be said again. */
  isOneFilm: boolean;
  isOneCinema: boolean;
  /** The first entries stand alone, without what is only heard and without the days, until the rest is drawn a moment later. */
  isFirst: boolean;
  /** Where it is sorted from, if anywhere: only ever measured from, never drawn. */
  from: Point | null;
}
