/** The law of the house: what the device shows equals what the server would say to the exact position. */
import geodesic from "geographiclib-geodesic";
import { expect, test } from "vitest";
import type { CinemaShowtimes } from "../src/api/showtimes.ts";
import { coarsen } from "../src/finder/coarsen.ts";
import { distanceM } from "../src/finder/distance.ts";
import { nearest } from "../src/finder/nearest.ts";
import type { Point, Position } from "../src/finder/position.ts";
import { showing } from "./factories.ts";
import { seeded } from "./seeded.ts";

const metres = (one: Point, other: Point): number =>
  geodesic.Geodesic.WGS84.Inverse(one.lat, one.lon, other.lat, other.lon).s12 ?? Number.NaN;

const millimetres = ({ distance_m }: { distance_m: number }): number => Math.round(distance_m * 1000);

/** A server in a few lines: every cinema with d ≤ d_k + 2r, nearest first, equal distances by slug. */
function ask(cinemas: CinemaShowtimes[], { lat, lon, accuracyM }: Position, limit: number): CinemaShowtimes[] {
  const measured = cinemas
    .map((entry) => ({ ...entry, distance_m: metres({ lat, lon }, entry.cinema) }))
    .sort((one, other) => millimetres(one) - millimetres(other) || (one.cinema.slug < other.cinema.slug ? -1 : 1));
  const reach = (measured[limit - 1]?.distance_m ?? Number.POSITIVE_INFINITY) + 2 * accuracyM;
  return measured.filter((entry) => entry.distance_m <= reach);
}

function scatter(random: () => number, around: Point, spread: number): CinemaShowtimes[] {
  const wrap = (lon: number) => ((lon + 540) % 360) - 180;
  return Array.from({ length: 60 }, (_, index) => {
    // Mirrored at the pole: cinemas clamped onto it would all be equally far, but for rounding.
    const north = around.lat + (random() - 0.5) * spread;
    const lat = north > 90 ? 180 - north : north;
    const lon = wrap(around.lon + ((random() - 0.5) * spread) / Math.max(0.02, Math.cos((around.lat * Math.PI) / 180)));
    return showing({ slug: `cinema-${index}`, lat, lon });
  });
}

test.each([
  ["Berlin", 52.52, 13.405],
  ["the equator", 0, 0],
  ["the date line", -17.8, 179.999],
  ["near the pole", 89.97, 40],
  ["Tromsø", 69.65, 18.96],
])("sorting a coarse answer by the exact position is the exact answer: %s", (_name, lat, lon) => {
  const random = seeded(Math.round(lat * 100 + lon));
  for (let round = 0; round < 60; round++) {
    const cinemas = scatter(random, { lat, lon }, 0.02 + random() * 0.4);
    const exact = {
      lat: lat + (random() - 0.5) * 0.02,
      lon: lon + (random() - 0.5) * 0.02,
      accuracyM: random() * 3000,
    };
    const limit = 1 + Math.floor(random() * 12);
    const shown = nearest(ask(cinemas, coarsen(exact), limit), exact, limit);
    const wanted = ask(cinemas, { ...exact, accuracyM: 0 }, limit).slice(0, limit);
    expect(shown.map(({ cinema }) => cinema.slug)).toEqual(wanted.map(({ cinema }) => cinema.slug));
  }
});

test("the law would break if the rounding were kept out of the accuracy", () => {
  const random = seeded(7);
  let broken = 0;
  for (let round = 0; round < 60; round++) {
    const cinemas = scatter(random, { lat: 52.5, lon: 13.4 }, 0.05);
    const exact = { lat: 52.5 + (random() - 0.5) * 0.02, lon: 13.4 + (random() - 0.5) * 0.02, accuracyM: 0 };
    const shown = nearest(ask(cinemas, { ...coarsen(exact), accuracyM: 0 }, 3), exact, 3);
    const wanted = ask(cinemas, exact, 3).slice(0, 3);
    if (shown.some(({ cinema }, place) => cinema.slug !== wanted[place]?.cinema.slug)) broken++;
  }
  expect(broken).toBeGreaterThan(0);
});

test("cinemas at the same distance come by slug", () => {
  const twins = ["zoo", "arsenal", "kant"].map((slug) => showing({ slug, lat: 52.5, lon: 13.4 }));
  const shown = nearest(twins, { lat: 52.51, lon: 13.41 }, 2);
  expect(shown.map(({ cinema }) => cinema.slug)).toEqual(["arsenal", "kant"]);
});

test("mirror images left and right of the asker are equally far, whatever floating point says", () => {
  const here = { lat: 52.5, lon: 13.4 };
  let noisy = 0;
  for (let step = 1; step < 200; step++) {
    const left = { slug: "a", lat: 52.5, lon: Number((13.4 - step / 10_000).toFixed(6)) };
    const right = { slug: "b", lat: 52.5, lon: Number((13.4 + step / 10_000).toFixed(6)) };
    if (distanceM(here, left) > distanceM(here, right)) noisy++;
    const shown = nearest([showing(right), showing(left)], here, 2);
    expect(shown.map(({ cinema }) => cinema.slug)).toEqual(["a", "b"]);
  }
  expect(noisy).toBeGreaterThan(0);
});

test("a millimetre is a difference", () => {
  const here = { lat: 52.5, lon: 13.4 };
  const shown = nearest([showing({ slug: "a", ...here, lat: 52.50000002 }), showing({ slug: "b", ...here })], here, 2);
  expect(shown.map(({ cinema }) => cinema.slug)).toEqual(["b", "a"]);
});

test("a cinema on the other side of the earth keeps the distance that the server said", () => {
  const opposite = { ...showing({ slug: "a", lat: -52.5, lon: -166.6 }), distance_m: 20_003_000 };
  const [near, far] = nearest([opposite, showing({ slug: "b" })], { lat: 52.5, lon: 13.4 }, 2);
  expect([near?.cinema.slug, far?.cinema.slug, far?.distance_m]).toEqual(["b", "a", 20_003_000]);
});

test("the answer handed in stays as it was", () => {
  const answer = [showing({ slug: "b", lat: 52.6 }), showing({ slug: "a", lat: 52.5 })];
  nearest(answer, { lat: 52.5, lon: 13.4 }, 1);
  expect(answer.map(({ cinema, distance_m }) => [cinema.slug, distance_m])).toEqual([
    ["b", null],
    ["a", null],
  ]);
});
