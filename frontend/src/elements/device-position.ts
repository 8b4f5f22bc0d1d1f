/** Asks the device where it is, with an end to every wait; called on a tap only, and the answer is for the element's private field alone. */
import type { Position } from "../finder/position.ts";

const TIMEOUT_MS = 10_000;
const MAXIMUM_AGE_MS = 60_000;
/** The browser's own time-out does not run while its question is open, so a question nobody answers needs an end as well. */
const UNANSWERED_MS = 30_000;

export type PositionFailureCode = "refused" | "timed-out" | "unavailable" | "insecure";

export class PositionFailed extends Error {
  readonly code: PositionFailureCode;

  constructor(code: PositionFailureCode) {
    super(code);
    this.name = "PositionFailed";
    this.code = code;
  }
}

/** `isPrecise` asks the satellites, anew; slower, for a reader who asks again. Raises `PositionFailed`, or the signal's reason when the person cancels. */
export async function devicePosition(cancelled: AbortSignal, isPrecise = false): Promise<Position> {
  if (!globalThis.isSecureContext) throw new PositionFailed("insecure");
  if (!navigator.geolocation) throw new PositionFailed("unavailable");
  const ended = AbortSignal.any([cancelled, AbortSignal.timeout(UNANSWERED_MS)]);
  try {
    return await attempt(ended, isPrecise);
  } catch (failure) {
    cancelled.throwIfAborted();
    // A device without networks around it may still have satellites.
    if (failure instanceof PositionFailed && failure.code === "unavailable" && !isPrecise)
      return await attempt(ended, true);
    throw failure instanceof PositionFailed ? failure : new PositionFailed("timed-out");
  }
}

function attempt(ended: AbortSignal, isPrecise: boolean): Promise<Position> {
  return new Promise((resolve, reject) => {
    ended.addEventListener("abort", () => reject(ended.reason), { once: true });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lon: coords.longitude, accuracyM: coords.accuracy }),
      (error) => reject(new PositionFailed(failureCode(error))),
      { enableHighAccuracy: isPrecise, timeout: TIMEOUT_MS, maximumAge: isPrecise ? 0 : MAXIMUM_AGE_MS },
    );
  });
}

function failureCode(error: GeolocationPositionError): PositionFailureCode {
  if (error.code === 1) return "refused";
  return error.code === 3 ? "timed-out" : "unavailable";
}
