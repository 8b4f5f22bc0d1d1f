/** The WGS 84 ellipsoid: its axes and its greatest radius of curvature (NGA.STND.0036, tables 3.1 and 3.5), for coarsening and for distances. */
export const EQUATORIAL_M = 6_378_137;
export const FLATTENING = 1 / 298.257223563;
export const POLAR_M = EQUATORIAL_M * (1 - FLATTENING);

/** The radius of curvature at the poles, the greatest there is. */
export const POLAR_CURVATURE_M = EQUATORIAL_M ** 2 / POLAR_M;
