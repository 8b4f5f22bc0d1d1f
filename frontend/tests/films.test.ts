/** The films around an exact position, cut from the answer to a coarse one: what the server would say to the exact one. */
import { expect, test } from "vitest";
import { coarsen } from "../src/finder/coarsen.ts";
import { distanceM } from "../src/finder/distance.ts";
import { nearestFilms } from "../src/finder/films.ts";
import type { Point } from "../src/finder/position.ts";
import { grouped, type Start } from "../src/finder/starts.ts";
import { aCinema, aScreening } from "./factories.ts";
import { seeded } from "./seeded.ts";

const FROM = "2026-11-22T18:00:00+01:00";
const minutes = ({ screening }: Start) => (Date.parse(screening.starts_at) - Date.parse(FROM)) / 60_000;

const measured = (starts: readonly Start[], from: Point): Start[] =>
  starts.map((start) => ({ ...start, distance_m: distanceM(from, start.cinema) }));
const cost = (start: Start) => (start.distance_m ?? 0) + 100 * minutes(start);

/** A server in a few lines: all films and starts that could be among the first from anywhere within r (data/programme/films_near.py). */
function ask(starts: readonly Start[], centre: Point, r: number, limit: number, each: number): Start[] {
  const cheapestFirst = measured(starts, centre).sort((one, other) => cost(one) - cost(other));
  const films = grouped(cheapestFirst, ({ screening }) => screening.films[0] ?? "");
  const best = [...films.values()]
    .map(([first]) => (first ? cost(first) : Number.NaN))
    .sort((one, other) => one - other);
  const reach = (best[limit - 1] ?? Number.POSITIVE_INFINITY) + 2 * r;
  return [...films.values()].flatMap((those) => {
    const last = those[each - 1];
    const enough = last ? cost(last) + 2 * r : Number.POSITIVE_INFINITY;
    return those[0] && cost(those[0]) <= reach ? those.filter((start) => cost(start) <= enough) : [];
  });
}

test("for 200 random positions the device shows what the server says to the exact one", () => {
  const random = seeded(11);
  for (let round = 0; round < 200; round++) {
    const cinemas = Array.from({ length: 25 }, (_, index) =>
      aCinema({ slug: `c${index}`, lat: 52.5 + (random() - 0.5) * 0.1, lon: 13.4 + (random() - 0.5) * 0.16 }),
    );
    const starts = Array.from({ length: 200 }, (_, index): Start => {
      const at = new Date(Date.parse(FROM) + Math.floor(random() * 300) * 60_000).toISOString();
      const screening = aScreening({ id: String(index), films: [`f${Math.floor(random() * 40)}`], starts_at: at });
      return { cinema: cinemas[Math.floor(random() * cinemas.length)] ?? aCinema(), distance_m: null, screening };
    });
    const exact = {
      lat: 52.5 + (random() - 0.5) * 0.05,
      lon: 13.4 + (random() - 0.5) * 0.05,
      accuracyM: random() * 900,
    };
    const coarse = coarsen(exact);
    const shown = nearestFilms(measured(ask(starts, coarse, coarse.accuracyM, 30, 3), exact), FROM, 30);
    const wanted = nearestFilms(measured(starts, exact), FROM, 30);
    const named = (films: typeof shown) =>
      films.map((one) => [one.film, one.starts.map(({ screening }) => screening.id)]);
    expect(named(shown)).toEqual(named(wanted));
  }
});

const start = (given: Partial<Start> & { film?: string; at?: string } = {}): Start => ({
  cinema: aCinema(),
  distance_m: 0,
  screening: aScreening({ films: [given.film ?? "a"], starts_at: given.at ?? FROM }),
  ...given,
});

test("a minute's wait costs as much as a hundred metres of way", () => {
  const near = start({ film: "near", distance_m: 200, at: "2026-11-22T18:15:00+01:00" });
  const soon = start({ film: "soon", distance_m: 1900, at: "2026-11-22T18:00:00+01:00" });
  expect(nearestFilms([soon, near], FROM, 2).map(({ film }) => film)).toEqual(["near", "soon"]);
  const sooner = { ...soon, distance_m: 1600 };
  expect(nearestFilms([near, sooner], FROM, 2).map(({ film }) => film)).toEqual(["soon", "near"]);
});

test("a double feature is a start of both its films, and what is sold out of none", () => {
  const both = start({ screening: aScreening({ films: ["a", "b"] }) });
  const soldOut = start({ screening: aScreening({ films: ["c"], status: "sold-out" }) });
  expect(nearestFilms([both, soldOut], FROM, 9).map(({ film }) => film)).toEqual(["a", "b"]);
});
