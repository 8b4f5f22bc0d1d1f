/** An arc of a great circle on the auxiliary sphere, and what it is on the ellipsoid: its length, and how far its longitude falls behind. */
import { EQUATORIAL_M, FLATTENING, POLAR_M } from "./ellipsoid.ts";

/** `sigma` is the arc's angle, `cosMiddle` the cosine of twice its middle (both from the equator), `sinAlpha` the sine of its azimuth there. */
export interface Arc {
  sigma: number;
  cosMiddle: number;
  sinAlpha: number;
}

/** Metres along the arc: T. Vincenty's series in k₁ (1976, after Helmert). */
export function arcM({ sigma, cosMiddle, sinAlpha }: Arc): number {
  const root = Math.sqrt(1 + (1 - sinAlpha ** 2) * ((EQUATORIAL_M / POLAR_M) ** 2 - 1));
  const k = (root - 1) / (root + 1);
  const a = (1 + k ** 2 / 4) / (1 - k);
  const b = k * (1 - (3 / 8) * k ** 2);
  const sinSigma = Math.sin(sigma);
  const inner = Math.cos(sigma) * (2 * cosMiddle ** 2 - 1);
  const outer = (b / 6) * cosMiddle * (4 * sinSigma ** 2 - 3) * (4 * cosMiddle ** 2 - 3);
  return POLAR_M * a * (sigma - b * sinSigma * (cosMiddle + (b / 4) * (inner - outer)));
}

/** Radians by which longitude on the ellipsoid falls short of that on the sphere (Vincenty 1975, equations 10 and 11). */
export function longitudeLag({ sigma, cosMiddle, sinAlpha }: Arc): number {
  const cosAlpha2 = 1 - sinAlpha ** 2;
  const c = (FLATTENING / 16) * cosAlpha2 * (4 + FLATTENING * (4 - 3 * cosAlpha2));
  const series = sigma + c * Math.sin(sigma) * (cosMiddle + c * Math.cos(sigma) * (2 * cosMiddle ** 2 - 1));
  return (1 - c) * FLATTENING * sinAlpha * series;
}
