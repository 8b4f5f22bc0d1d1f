/** The WGS 84 ellipsoid: its axes and its radii of curvature (NGA.STND.0036, tables 3.1 and 3.5), for coarsening and for distances. */
export const EQUATORIAL_M = 6_378_137;
export const FLATTENING = 1 / 298.257223563;
export const POLAR_M = EQUATORIAL_M * (1 - FLATTENING);

const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

function curvature(lat: number): number {
  return 1 - ECCENTRICITY_SQUARED * Math.sin(lat) ** 2;
}

/** Metres per radian of latitude, at a latitude in radians. */
export function meridianRadiusM(lat: number): number {
  return (EQUATORIAL_M * (1 - ECCENTRICITY_SQUARED)) / curvature(lat) ** 1.5;
}

/** Metres per radian of longitude, at a latitude in radians. */
export function parallelRadiusM(lat: number): number {
  return (EQUATORIAL_M * Math.cos(lat)) / Math.sqrt(curvature(lat));
}
