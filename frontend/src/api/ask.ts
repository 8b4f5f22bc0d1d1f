/** Puts a question to the server and turns whatever goes wrong into one of three failures that a person can be told about. */
import { Failed } from "../finder/failed.ts";
import { type Answer, answerOf, type FilmsAnswer, type Question, questionAddress } from "./showtimes.ts";

/** No answer after this long counts as no network: a person in the street has no patience for more. */
export const PATIENCE_MS = 15_000;
/** As long as the server's own word for "the same minute": several widgets on a page, or a view looked at again, ask once. */
const FRESH_MS = 60_000;

const recent = new Map<string, Promise<unknown>>();

/** Raises `Failed`. */
export async function askShowtimes(server: string, question: Question): Promise<Answer> {
  const answer = await ask(questionAddress(server, question));
  if (typeof answer !== "object" || !answer || !("cinemas" in answer)) throw new Failed("server");
  return Array.isArray(answer.cinemas) ? (answer as Answer) : answerOf(answer as FilmsAnswer);
}

/** The JSON at an address of ours; `init` for a question that must not stand in an address. Raises `Failed`. */
export function ask(address: URL, init?: RequestInit): Promise<unknown> {
  const key = address.href + (init?.body ?? "");
  const known = recent.get(key);
  if (known) return known;
  const asked = request(address, init);
  recent.set(key, asked);
  const forget = () => recent.delete(key);
  asked.then(() => setTimeout(forget, FRESH_MS), forget);
  return asked;
}

/** Forgets what is known, so that the next question is put anew. */
export function askAnew(): void {
  recent.clear();
}

async function request(address: URL, init?: RequestInit): Promise<unknown> {
  const response = await fetch(address, {
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(PATIENCE_MS),
    ...init,
  }).catch(() => {
    throw new Failed("offline");
  });
  const said: unknown = await response.json().catch(() => null);
  if (response.ok) return said;
  throw response.status < 500 ? new Failed("question", problemSentences(said)) : new Failed("server");
}

/** The `detail` and the sentence of each field in an `application/problem+json`. */
function problemSentences(problem: unknown): string[] {
  const { detail, title, problems } = (problem ?? {}) as { detail?: unknown; title?: unknown; problems?: unknown };
  const fields = Array.isArray(problems) ? problems.map((field) => field?.message ?? field?.detail) : [];
  const sentences = [detail ?? title, ...fields].filter((sentence) => typeof sentence === "string");
  return [...new Set(sentences)];
}
