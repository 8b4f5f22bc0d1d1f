/** What fits a wish, which values are offered, the window that is asked, the address that is shared, and whether one gets there. */
import { expect, test } from "vitest";
import { readAddress, writeAddress } from "../src/finder/address.ts";
import type { Start } from "../src/finder/starts.ts";
import { cyclingMinutes, reachOf, walkingMinutes } from "../src/finder/travel.ts";
import { windowWishes } from "../src/finder/window.ts";
import { fits, noWish, occurring } from "../src/finder/wish.ts";
import { aCinema, aScreening, aVersion } from "./factories.ts";

const now = new Date("2026-11-22T18:00:00+01:00");
const versions = {
  korean: aVersion({ label: "OmeU", audio: ["ko"], subtitles: ["en"] }),
  dubbed: aVersion({ label: "DF", audio: ["de"], is_original: false, subtitles: [] }),
  british: aVersion({ label: "OV", audio: ["en-GB"], subtitles: [] }),
  unknown: aVersion({ label: "", audio: ["und"], is_original: null, subtitles: null }),
};
const facts = { versions, now };
const at = (version: string, given = {}, cinema = {}): Start => ({
  cinema: aCinema(cinema),
  distance_m: null,
  screening: aScreening({ version, ...given }),
});

test("who understands English understands OmeU of a Korean film, not its dubbing, and perhaps what nobody says", () => {
  const wish = { ...noWish(), understands: ["en"] };
  const answers = Object.keys(versions).map((version) => fits(at(version), wish, facts));
  expect(answers).toEqual([true, false, true, null]);
});

test("of versions one is enough, of access all is needed", () => {
  const wish = { ...noWish(), version: ["OV", "DF"] };
  expect(["dubbed", "korean"].map((version) => fits(at(version), wish, facts))).toEqual([true, false]);
  const access = { ...noWish(), access: ["wheelchair", "captions"] };
  expect(fits(at("dubbed", {}, { wheelchair: "yes" }), access, facts)).toBe(false);
});

test("half past midnight is late of the evening before", () => {
  const late = at("dubbed", { starts_at: "2026-11-23T00:30:00+01:00" });
  expect(fits(late, { ...noWish(), on: ["2026-11-22"], hours: ["late"] }, facts)).toBe(true);
});

test("only what occurs is offered, with how often beside everything else that is chosen; the chosen stays", () => {
  const starts = [at("korean"), at("dubbed"), at("dubbed", { formats: ["70mm"] })];
  expect([...occurring(starts, "version", noWish(), facts)]).toEqual([
    ["OmeU", 1],
    ["DF", 2],
  ]);
  const wish = { ...noWish(), format: ["70mm"], version: ["OV"] };
  expect([...occurring(starts, "version", wish, facts)]).toEqual([
    ["OV", 0],
    ["DF", 1],
  ]);
});

test("an evening and a time of day are a window, local to the cinemas", () => {
  const evening = new Date(2026, 10, 22, 19, 10);
  const asked = (on: string[], hours: string[]) => windowWishes({ ...noWish(), on, hours }, evening);
  expect(asked([], [])).toEqual({});
  expect(asked(["2026-11-24"], [])).toEqual({ on: ["2026-11-24"] });
  expect(asked(["2026-11-24"], ["late"])).toEqual({ from: ["2026-11-24T21:00"], until: ["2026-11-25T05:00"] });
  expect(asked([], ["evening"])).toEqual({ until: ["2026-11-22T21:00"] });
  expect(asked([], ["now"])).toEqual({ until: ["2026-11-22T20:40"] });
});

test("an address that was written reads as what was meant, and leaves what is not ours", () => {
  const shared = {
    view: "time" as const,
    place: "Neukölln",
    wish: { ...noWish(), version: ["OmU", "VO st FR&NL"], understands: ["en"] },
  };
  const written = writeAddress("?lang=de&version=DF", shared);
  expect(readAddress(written)).toEqual(shared);
  expect(written).toContain("lang=de");
  expect(readAddress("?view=nonsense").view).toBeNull();
});

test("one gets there on foot, else by bicycle, else hardly", () => {
  expect([walkingMinutes(1000), cyclingMinutes(1000)]).toEqual([17, 6]);
  const startsIn = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();
  expect(reachOf(1000, startsIn(20), now)).toEqual({ way: "walk", minutes: 17 });
  expect(reachOf(1000, startsIn(10), now)).toEqual({ way: "cycle", minutes: 6 });
  expect(reachOf(1000, startsIn(5), now).way).toBe("tooLate");
  expect(reachOf(5000, startsIn(110), now)).toEqual({ way: "cycle", minutes: 26 });
});
