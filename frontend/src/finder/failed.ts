/** What can go wrong in a way that a person can be told about: with the position, the network, the server or the question. */

export type FailureCode =
  | "refused"
  | "forbidden"
  | "timed-out"
  | "unavailable"
  | "insecure"
  | "unknownPlace"
  | "offline"
  | "server"
  | "question";

/** Carries no address: an address holds a position, if a coarse one, and errors end up in logs. */
export class Failed extends Error {
  readonly code: FailureCode;
  /** The server's own sentences about what was wrong with the question (RFC 9457), empty otherwise. */
  readonly sentences: readonly string[];

  constructor(code: FailureCode, sentences: readonly string[] = []) {
    super(code);
    this.code = code;
    this.sentences = sentences;
  }
}
