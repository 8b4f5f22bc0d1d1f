/**
 * The geodesic distance between two points on WGS 84, so that the device can sort cinemas by the exact position that never leaves it.
 * T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid", Survey Review 23 (176), 1975.
 */
import { EQUATORIAL_M, FLATTENING, POLAR_M } from "./ellipsoid.ts";
import type { Point } from "./position.ts";

const RADIANS = Math.PI / 180;
const MEAN_RADIUS_M = (2 * EQUATORIAL_M + POLAR_M) / 3;

/** Metres, within a millimetre; for nearly opposite points, where the series does not converge, a sphere's distance (within 0.6 %). */
export function distanceM(one: Point, other: Point): number {
  const lonDifference = wrapDegrees(other.lon - one.lon) * RADIANS;
  const reduced1 = Math.atan((1 - FLATTENING) * Math.tan(one.lat * RADIANS));
  const reduced2 = Math.atan((1 - FLATTENING) * Math.tan(other.lat * RADIANS));
  const [sin1, cos1, sin2, cos2] = [Math.sin(reduced1), Math.cos(reduced1), Math.sin(reduced2), Math.cos(reduced2)];
  let lambda = lonDifference;
  for (let round = 0; round < 100; round++) {
    const sinSigma = Math.hypot(cos2 * Math.sin(lambda), cos1 * sin2 - sin1 * cos2 * Math.cos(lambda));
    if (sinSigma === 0) return 0;
    const cosSigma = sin1 * sin2 + cos1 * cos2 * Math.cos(lambda);
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cos1 * cos2 * Math.sin(lambda)) / sinSigma;
    const cosAlpha2 = 1 - sinAlpha ** 2;
    const cosMiddle = cosAlpha2 < 1e-15 ? 0 : cosSigma - (2 * sin1 * sin2) / cosAlpha2;
    const c = (FLATTENING / 16) * cosAlpha2 * (4 + FLATTENING * (4 - 3 * cosAlpha2));
    const series = sigma + c * sinSigma * (cosMiddle + c * cosSigma * (2 * cosMiddle ** 2 - 1));
    const next = lonDifference + (1 - c) * FLATTENING * sinAlpha * series;
    if (Math.abs(next) > Math.PI) break;
    if (Math.abs(next - lambda) < 1e-13) return arcM(sigma, sinSigma, cosSigma, cosMiddle, cosAlpha2);
    lambda = next;
  }
  return sphereDistanceM(one, other);
}

function arcM(sigma: number, sinSigma: number, cosSigma: number, cosMiddle: number, cosAlpha2: number): number {
  const u2 = cosAlpha2 * ((EQUATORIAL_M / POLAR_M) ** 2 - 1);
  const a = 1 + (u2 / 16384) * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)));
  const b = (u2 / 1024) * (256 + u2 * (-128 + u2 * (74 - 47 * u2)));
  const inner = cosSigma * (2 * cosMiddle ** 2 - 1);
  const outer = (b / 6) * cosMiddle * (4 * sinSigma ** 2 - 3) * (4 * cosMiddle ** 2 - 3);
  return POLAR_M * a * (sigma - b * sinSigma * (cosMiddle + (b / 4) * (inner - outer)));
}

function sphereDistanceM(one: Point, other: Point): number {
  const halfLat = Math.sin(((other.lat - one.lat) * RADIANS) / 2) ** 2;
  const halfLon = Math.sin(((other.lon - one.lon) * RADIANS) / 2) ** 2;
  const chord = halfLat + Math.cos(one.lat * RADIANS) * Math.cos(other.lat * RADIANS) * halfLon;
  return 2 * MEAN_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function wrapDegrees(difference: number): number {
  return difference - 360 * Math.round(difference / 360);
}
