/** Turns an exact position into the coarse one that may leave the device: rounded to a cell of 0.01°, with an accuracy that owns up to it. */
import { POLAR_CURVATURE_M } from "./ellipsoid.ts";
import type { Position } from "./position.ts";

const HALF_CELL_DEGREES = 0.005;
const RADIANS = Math.PI / 180;

/** Few steps, so that few addresses exist and caches are shared; the last is the most that the server takes. */
export const ACCURACY_STEPS_M = [1000, 2000, 5000, 10_000, 20_000, 50_000] as const;

/** The coarse position: every point it may stand for lies within `accuracyM` metres of it. */
export function coarsen(exact: Position): Position {
  const lat = roundToCell(exact.lat);
  const lon = roundToCell(exact.lon);
  const device = Number.isFinite(exact.accuracyM) ? Math.max(0, exact.accuracyM) : 0;
  return { lat, lon, accuracyM: roundUpAccuracy(device + halfDiagonalM(lat)) };
}

/** Half the diagonal of the cell around a latitude, in metres, or a little more: the farthest that rounding moves a point. */
export function halfDiagonalM(lat: number): number {
  const half = HALF_CELL_DEGREES * RADIANS;
  // Nowhere is the ellipsoid less curved than at its poles, and parallels are longest at the cell's inner edge.
  return POLAR_CURVATURE_M * half * Math.hypot(1, Math.cos(Math.max(0, Math.abs(lat) * RADIANS - half)));
}

function roundUpAccuracy(accuracyM: number): number {
  return ACCURACY_STEPS_M.find((step) => accuracyM <= step) ?? 50_000;
}

function roundToCell(degrees: number): number {
  const rounded = Math.round(degrees * 100) / 100;
  return rounded === 0 ? 0 : rounded; // no "-0.00" in an address
}
