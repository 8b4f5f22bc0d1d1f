/**
 * Where the device is: asked on a tap only, with an end to every wait, then followed while the page is looked at.
 * All elements of a page share one question and one position; it is handed to their private fields and kept nowhere else.
 */
import { Failed } from "../finder/failed.ts";
import type { Position } from "../finder/position.ts";

const TIMEOUT_MS = 10_000;
const MAXIMUM_AGE_MS = 60_000;
/** The browser's own time-out does not run while its question is open, so a question nobody answers needs an end as well. */
const UNANSWERED_MS = 30_000;

type Follower = (position: Position) => void;
const followers = new Set<Follower>();
const neighbours = new Set<Follower>();
let watch: number | undefined;

/** `isPrecise` asks the satellites, anew; slower, for a reader who asks again. Raises `Failed`, or the signal's reason when the person cancels. */
export async function devicePosition(cancelled: AbortSignal, isPrecise = false): Promise<Position> {
  if (!globalThis.isSecureContext) throw new Failed("insecure");
  if (isLocationForbidden()) throw new Failed("forbidden");
  if (!navigator.geolocation) throw new Failed("unavailable");
  const ended = AbortSignal.any([cancelled, AbortSignal.timeout(UNANSWERED_MS)]);
  try {
    return await attempt(ended, isPrecise);
  } catch (failure) {
    cancelled.throwIfAborted();
    // A device without networks around it may still have satellites.
    if (failure instanceof Failed && failure.code === "unavailable" && !isPrecise) return await attempt(ended, true);
    throw failure instanceof Failed ? failure : new Failed("timed-out");
  }
}

/** Tells of a position that another element of the page has asked for, until it is gone. */
export function onLocated(neighbour: Follower, gone: AbortSignal): void {
  neighbours.add(neighbour);
  gone.addEventListener("abort", () => neighbours.delete(neighbour));
}

/** For the other elements of the page: one tap is enough for all of them. */
export function tellNeighbours(position: Position): void {
  for (const neighbour of neighbours) neighbour(position);
}

interface Policy {
  allowsFeature: (name: string) => boolean;
}

/** Whether the page around forbids it, so that no reader is ever asked: a frame without `allow="geolocation"`, or a policy. */
export function isLocationForbidden(): boolean {
  const { permissionsPolicy, featurePolicy } = document as { permissionsPolicy?: Policy; featurePolicy?: Policy };
  return (permissionsPolicy ?? featurePolicy)?.allowsFeature("geolocation") === false;
}

/** Whether the reader has already allowed it, so that asking is silent. */
export async function isGranted(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: "geolocation" })).state === "granted";
  } catch {
    return false; // browsers without the question
  }
}

/** Hands on each new position until the function that it gives is called; satellites rest while nobody looks. */
export function follow(follower: Follower): () => void {
  followers.add(follower);
  steer();
  return () => {
    followers.delete(follower);
    steer();
  };
}

function steer(): void {
  const isWanted = followers.size > 0 && !document.hidden;
  if (isWanted && watch === undefined) {
    document.addEventListener("visibilitychange", steer);
    watch = navigator.geolocation.watchPosition?.(
      (found) => {
        for (const follower of followers) follower(positionOf(found));
      },
      () => {}, // the last position stays
      { enableHighAccuracy: true, maximumAge: TIMEOUT_MS },
    );
  } else if (!isWanted && watch !== undefined) {
    navigator.geolocation.clearWatch(watch);
    watch = undefined;
  }
  if (followers.size === 0) document.removeEventListener("visibilitychange", steer);
}

function attempt(ended: AbortSignal, isPrecise: boolean): Promise<Position> {
  return new Promise((resolve, reject) => {
    ended.addEventListener("abort", () => reject(ended.reason), { once: true });
    navigator.geolocation.getCurrentPosition(
      (found) => resolve(positionOf(found)),
      ({ code }) => reject(new Failed(code === 1 ? "refused" : code === 3 ? "timed-out" : "unavailable")),
      { enableHighAccuracy: isPrecise, timeout: TIMEOUT_MS, maximumAge: isPrecise ? 0 : MAXIMUM_AGE_MS },
    );
  });
}

/** Of what `<geolocation>` found, too. */
export function positionOf({ coords }: GeolocationPosition): Position {
  return { lat: coords.latitude, lon: coords.longitude, accuracyM: coords.accuracy };
}
