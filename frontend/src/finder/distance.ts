/**
 * The geodesic distance between two points on WGS 84, so that the device can sort cinemas by the exact position that never leaves it.
 * T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid", Survey Review 23 (176), 1975.
 */
import { arcM, longitudeLag } from "./arc.ts";
import { FLATTENING } from "./ellipsoid.ts";
import type { Point } from "./position.ts";

const RADIANS = Math.PI / 180;
const MOST_ROUNDS = 100;

/**
 * Metres, within a millionth of one up to 50 km and within a ten-thousandth anywhere; infinity between points that lie nearly
 * opposite on earth, beyond 19,900 km, where the iteration does not converge: nobody goes to the cinema there.
 */
export function distanceM(one: Point, other: Point): number {
  const lonDifference = wrapDegrees(other.lon - one.lon) * RADIANS;
  const reduced1 = Math.atan((1 - FLATTENING) * Math.tan(one.lat * RADIANS));
  const reduced2 = Math.atan((1 - FLATTENING) * Math.tan(other.lat * RADIANS));
  const [sin1, cos1, sin2, cos2] = [Math.sin(reduced1), Math.cos(reduced1), Math.sin(reduced2), Math.cos(reduced2)];
  let lambda = lonDifference;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const sinSigma = Math.hypot(cos2 * Math.sin(lambda), cos1 * sin2 - sin1 * cos2 * Math.cos(lambda));
    const cosSigma = sin1 * sin2 + cos1 * cos2 * Math.cos(lambda);
    if (sinSigma === 0 && cosSigma > 0) return 0;
    if (sinSigma === 0) break;
    const sinAlpha = (cos1 * cos2 * Math.sin(lambda)) / sinSigma;
    const cosAlpha2 = 1 - sinAlpha ** 2;
    const cosMiddle = cosAlpha2 < 1e-15 ? 0 : cosSigma - (2 * sin1 * sin2) / cosAlpha2;
    const arc = { sigma: Math.atan2(sinSigma, cosSigma), cosMiddle, sinAlpha };
    const next = lonDifference + longitudeLag(arc);
    if (Math.abs(next) > Math.PI) break;
    if (Math.abs(next - lambda) < 1e-13) return arcM(arc);
    lambda = next;
  }
  return Number.POSITIVE_INFINITY;
}

function wrapDegrees(difference: number): number {
  return difference - 360 * Math.round(difference / 360);
}
