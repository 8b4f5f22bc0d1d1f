/** A position on the earth as a device tells it: WGS 84, decimal degrees, with the radius in metres that it vouches for. */
export interface Point {
  lat: number;
  lon: number;
}

export interface Position extends Point {
  accuracyM: number;
}
