/**
 * The geodesic between nearly opposite points, where Vincenty's iteration does not converge: the azimuth is searched for instead.
 * C. F. F. Karney, "Algorithms for geodesics", Journal of Geodesy 87, 2013, section 4: longitude grows with the azimuth, so halving finds it.
 */
import { type Arc, longitudeLag } from "./arc.ts";

/** As many halvings of half a turn as a double can tell apart. */
const HALVINGS = 60;

/** The arc between two reduced latitudes with a difference of longitude on the ellipsoid, all in radians. */
export function oppositeArc(one: number, other: number, lonDifference: number): Arc {
  // Any pair is the mirror image of one that begins in the south, no nearer to the equator than it ends.
  const isFlipped = Math.abs(one) < Math.abs(other);
  const begin = isFlipped ? other : one;
  const end = (isFlipped ? one : other) * (begin > 0 ? -1 : 1);
  const wanted = Math.abs(lonDifference);
  let [low, high] = [0, Math.PI];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const azimuth = (low + high) / 2;
    if (headed(azimuth, -Math.abs(begin), end).longitude < wanted) low = azimuth;
    else high = azimuth;
  }
  return headed(high, -Math.abs(begin), end).arc;
}

/** The arc that leaves the beginning with an azimuth, up to where it reaches the end's latitude northward, and the longitude that it covers. */
function headed(azimuth: number, begin: number, end: number): { arc: Arc; longitude: number } {
  const sinAlpha = Math.sin(azimuth) * Math.cos(begin);
  const north1 = Math.cos(azimuth) * Math.cos(begin);
  const north2 = Math.sqrt(Math.max(0, north1 ** 2 + Math.cos(end) ** 2 - Math.cos(begin) ** 2));
  const sigma1 = Math.atan2(Math.sin(begin), north1);
  const sigma2 = Math.atan2(Math.sin(end), north2);
  const omega1 = Math.atan2(sinAlpha * Math.sin(begin), north1);
  const omega2 = Math.atan2(sinAlpha * Math.sin(end), north2);
  const arc = { sigma: sigma2 - sigma1, cosMiddle: Math.cos(sigma1 + sigma2), sinAlpha };
  return { arc, longitude: omega2 - omega1 - longitudeLag(arc) };
}
