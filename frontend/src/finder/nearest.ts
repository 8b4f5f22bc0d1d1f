/**
 * Cuts the server's answer to a coarse position down to what it would have said to the exact one, on the device.
 * The answer holds every cinema that could be among the nearest (d ≤ d_k + 2r), so sorting and cutting is all there is to do;
 * a truncated one knows nothing beyond its last cinema. What lies on the other side of the earth keeps the server's distance. The server's tests hold the two of them to it (test_device_law.py).
 */
import type { CinemaShowtimes } from "../api/showtimes.ts";
import { distanceM } from "./distance.ts";
import type { Point } from "./position.ts";

/** The `limit` nearest cinemas, nearest first, distances that agree to the millimetre by slug; `distance_m` is measured from the exact point. */
export function nearest(candidates: readonly CinemaShowtimes[], exact: Point, limit: number): CinemaShowtimes[] {
  return candidates
    .map((candidate) => {
      const metres = distanceM(exact, candidate.cinema);
      return { ...candidate, distance_m: Number.isFinite(metres) ? metres : candidate.distance_m };
    })
    .sort(nearer)
    .slice(0, limit);
}

interface Away {
  cinema: { slug: string };
  distance_m: number | null;
}

/** Nearest first, by slug where it is the same; by code unit, as the server does: a locale's order would differ from device to device. */
export function nearer(one: Away, other: Away): number {
  return (
    millimetres(one) - millimetres(other) ||
    +(one.cinema.slug > other.cinema.slug) - +(one.cinema.slug < other.cinema.slug)
  );
}

/** Below a millimetre the order of two distances is floating point's, not the world's; the server rounds alike. */
export function millimetres({ distance_m }: Away): number {
  return Math.round((distance_m ?? 0) * 1000);
}
