/**
 * Cuts the server's answer to a coarse position down to what it would have said to the exact one, on the device.
 * The answer holds every cinema that could be among the nearest (d ≤ d_k + 2r), so sorting and cutting is all there is to do;
 * a truncated one knows nothing beyond its last cinema. The server's tests hold the two of them to it (test_device_law.py).
 */
import type { CinemaShowtimes } from "../api/showtimes.ts";
import { distanceM } from "./distance.ts";
import type { Point } from "./position.ts";

/** The `limit` nearest cinemas, nearest first, distances that agree to the millimetre by slug; `distance_m` is measured from the exact point. */
export function nearest(candidates: readonly CinemaShowtimes[], exact: Point, limit: number): CinemaShowtimes[] {
  return candidates
    .map((candidate) => ({ ...candidate, distance_m: distanceM(exact, candidate.cinema) }))
    .sort((one, other) => millimetres(one) - millimetres(other) || compareSlugs(one, other))
    .slice(0, limit);
}

/** Below a millimetre the order of two distances is floating point's, not the world's; the server rounds alike. */
function millimetres({ distance_m }: { distance_m: number }): number {
  return Math.round(distance_m * 1000);
}

/** By code unit, as the server does: a locale's order would differ from device to device. */
function compareSlugs(one: CinemaShowtimes, other: CinemaShowtimes): number {
  return one.cinema.slug < other.cinema.slug ? -1 : 1;
}
