/** What leaves the device: two decimals, and an accuracy that is never too small. */
import geodesic from "geographiclib-geodesic";
import { expect, test } from "vitest";
import { ACCURACY_STEPS_M, coarsen, halfDiagonalM } from "../src/finder/coarsen.ts";
import { seeded } from "./seeded.ts";

test("the exact position lies within the accuracy of the coarse one, anywhere on earth", () => {
  const random = seeded(4);
  for (let round = 0; round < 5000; round++) {
    const exact = { lat: random() * 180 - 90, lon: random() * 360 - 180, accuracyM: random() * 49_000 };
    const coarse = coarsen(exact);
    const moved = geodesic.Geodesic.WGS84.Inverse(exact.lat, exact.lon, coarse.lat, coarse.lon).s12 ?? Number.NaN;
    expect(moved).toBeLessThanOrEqual(halfDiagonalM(coarse.lat));
    expect(moved + exact.accuracyM).toBeLessThanOrEqual(coarse.accuracyM);
  }
});

test("only two decimals and a few accuracies ever leave", () => {
  const random = seeded(5);
  for (let round = 0; round < 1000; round++) {
    const coarse = coarsen({ lat: random() * 180 - 90, lon: random() * 360 - 180, accuracyM: random() * 200_000 });
    expect(coarse.lat).toBe(Number(coarse.lat.toFixed(2)));
    expect(coarse.lon).toBe(Number(coarse.lon.toFixed(2)));
    expect(ACCURACY_STEPS_M).toContain(coarse.accuracyM);
  }
});

test("the accuracy is rounded up, and what is vaguer than the last step is the last step", () => {
  const accuracy = (accuracyM: number) => coarsen({ lat: 52.52, lon: 13.41, accuracyM }).accuracyM;
  const cell = halfDiagonalM(52.52);
  expect(cell).toBeGreaterThan(640);
  expect(cell).toBeLessThan(660);
  expect(accuracy(0)).toBe(1000);
  expect(accuracy(1000 - cell)).toBe(1000);
  expect(accuracy(1001 - cell)).toBe(2000);
  expect(accuracy(12_000)).toBe(20_000);
  expect(accuracy(900_000)).toBe(50_000);
  expect(accuracy(Number.NaN)).toBe(1000);
});

test("a position just south-west of null island is not minus nought", () => {
  const { lat, lon } = coarsen({ lat: -0.001, lon: -0.004, accuracyM: 10 });
  expect([lat.toFixed(2), lon.toFixed(2)]).toEqual(["0.00", "0.00"]);
});
