/** Distances against Karney's GeographicLib, the reference for geodesics. */
import geodesic from "geographiclib-geodesic";
import { expect, test } from "vitest";
import { distanceM } from "../src/finder/distance.ts";
import type { Point } from "../src/finder/position.ts";
import { seeded } from "./seeded.ts";

const reference = (one: Point, other: Point): number =>
  geodesic.Geodesic.WGS84.Inverse(one.lat, one.lon, other.lat, other.lon).s12 ?? Number.NaN;
/** Farther than this is nearly half around the earth. */
const OPPOSITE_M = 19_900_000;
const point = (lat: number, lon: number): Point => ({ lat, lon });

test("distances across a city are within a millimetre of the reference", () => {
  const random = seeded(1);
  for (let round = 0; round < 3000; round++) {
    const one = point(random() * 178 - 89, random() * 360 - 180);
    const other = point(one.lat + (random() - 0.5) * 0.5, one.lon + (random() - 0.5) * 0.5);
    expect(Math.abs(distanceM(one, other) - reference(one, other))).toBeLessThan(0.001);
  }
});

test("distances across the earth are within a millimetre, but to the other side of it", () => {
  const random = seeded(2);
  for (let round = 0; round < 3000; round++) {
    const one = point(random() * 180 - 90, random() * 360 - 180);
    const other = point(random() * 180 - 90, random() * 360 - 180);
    if (reference(one, other) > OPPOSITE_M) continue;
    expect(Math.abs(distanceM(one, other) - reference(one, other))).toBeLessThan(0.001);
  }
});

test.each([
  ["pole to pole's neighbour", point(90, 0), point(89.9, 120)],
  ["pole to equator", point(-90, 77), point(0, -13)],
  ["across the date line", point(-17.8, 179.99), point(-17.9, -179.98)],
  ["along the equator", point(0, 10), point(0, 11)],
  ["along a meridian", point(52, 13), point(53, 13)],
  ["a few centimetres", point(52.5, 13.4), point(52.5000003, 13.4000003)],
])("%s is within a millimetre", (_name, one, other) => {
  expect(Math.abs(distanceM(one, other) - reference(one, other))).toBeLessThan(0.001);
});

test("the same point is at no distance, however its longitude is written", () => {
  expect(distanceM(point(52.5, 13.4), point(52.5, 13.4))).toBe(0);
  expect(distanceM(point(10, 180), point(10, -180))).toBe(0);
  expect(distanceM(point(90, 12), point(90, -140))).toBeLessThan(0.001);
});

test("only points on the other side of the earth are infinitely far", () => {
  const random = seeded(3);
  let infinite = 0;
  for (const spread of [0.001, 0.1, 1, 4]) {
    for (let round = 0; round < 500; round++) {
      const one = point(random() * 170 - 85, random() * 360 - 180);
      const other = point(-one.lat + (random() - 0.5) * spread, one.lon + 180 + (random() - 0.5) * spread);
      const [metres, wanted] = [distanceM(one, other), reference(one, other)];
      if (metres === Number.POSITIVE_INFINITY) infinite++;
      else expect(Math.abs(metres - wanted)).toBeLessThan(0.001);
      if (wanted < OPPOSITE_M) expect(metres).toBeLessThan(OPPOSITE_M);
    }
  }
  expect(infinite).toBeGreaterThan(0);
});
