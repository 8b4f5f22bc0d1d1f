/** Puts a question to the server and turns whatever goes wrong into one of three failures that a person can be told about. */
import { type Answer, type Question, showtimesAddress } from "./showtimes.ts";

/** No answer after this long counts as no network: a person in the street has no patience for more. */
const PATIENCE_MS = 15_000;

export type FailureCode = "offline" | "server" | "question";

/** Carries no address: an address holds a position, if a coarse one, and errors end up in logs. */
export class AskingFailed extends Error {
  readonly code: FailureCode;
  /** The server's own sentences about what was wrong with the question (RFC 9457), empty otherwise. */
  readonly sentences: readonly string[];

  constructor(code: FailureCode, sentences: readonly string[] = []) {
    super(code);
    this.name = "AskingFailed";
    this.code = code;
    this.sentences = sentences;
  }
}

/** Raises `AskingFailed`, or the signal's reason when the caller has lost interest. */
export async function askShowtimes(server: string, question: Question, lost: AbortSignal): Promise<Answer> {
  const response = await request(showtimesAddress(server, question), lost);
  if (response.status >= 400 && response.status < 500) {
    throw new AskingFailed("question", problemSentences(await readJson(response, lost)));
  }
  const answer = response.ok ? await readJson(response, lost) : null;
  if (!isAnswer(answer)) throw new AskingFailed("server");
  return answer;
}

async function request(address: URL, lost: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.any([lost, AbortSignal.timeout(PATIENCE_MS)]),
    });
  } catch {
    lost.throwIfAborted();
    throw new AskingFailed("offline");
  }
}

async function readJson(response: Response, lost: AbortSignal): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    lost.throwIfAborted();
    return null;
  }
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === "object" && value !== null && "cinemas" in value && Array.isArray(value.cinemas);
}

/** The `detail` and the sentence of each field in an `application/problem+json`. */
function problemSentences(problem: unknown): string[] {
  if (typeof problem !== "object" || problem === null) return [];
  const { detail, title, problems } = problem as { detail?: unknown; title?: unknown; problems?: unknown };
  const fields = Array.isArray(problems) ? problems.map((field) => field?.message ?? field?.detail) : [];
  const sentences = [detail ?? title, ...fields].filter((sentence) => typeof sentence === "string");
  return [...new Set(sentences)];
}
