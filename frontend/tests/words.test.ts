/** Distances, times and days in words. */
import { expect, test } from "vitest";
import { webLink } from "../src/finder/links.ts";
import { speechOf } from "../src/finder/messages.ts";
import * as words from "../src/finder/words.ts";

const de = speechOf("de");
const en = speechOf("en");
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test.each([
  [0, "0 m"],
  [847, "850 m"],
  [994, "990 m"],
  [996, "1,0 km"],
  [2449, "2,4 km"],
  [9949, "9,9 km"],
  [9951, "10 km"],
  [123_456, "123 km"],
])("%d metres are %s in German", (metres, expected) => {
  expect(plain(words.distanceWords(metres, de))).toBe(expected);
});

test("miles are shown where the locale names a region that uses them, and only there", () => {
  expect(plain(words.distanceWords(2400, speechOf("en-US")))).toBe("1.5 mi");
  expect(plain(words.distanceWords(30, speechOf("en-GB")))).toBe("0.1 mi");
  expect(plain(words.distanceWords(2400, en))).toBe("2.4 km");
  expect(plain(words.distanceWords(2400, speechOf("de-AT")))).toBe("2,4 km");
});

test("a time is the cinema's own, wherever the browser is", () => {
  expect(words.clockTime("2026-11-22T20:15:00+01:00")).toBe("20:15");
  expect(words.clockTime("2026-11-22T20:15:00-08:00")).toBe("20:15");
});

test("a start after midnight stands under the evening before", () => {
  expect(words.isAfterMidnight("2026-11-23T00:30:00+01:00", "2026-11-22")).toBe(true);
  expect(words.isAfterMidnight("2026-11-22T23:45:00+01:00", "2026-11-22")).toBe(false);
});

test("days are today, tomorrow, or a weekday with its date", () => {
  expect(words.dayHeading("2026-11-22", "2026-11-22", de)).toBe("Heute, So 22.11.");
  expect(words.dayHeading("2026-11-23", "2026-11-22", en)).toBe("Tomorrow, Mon 23 Nov");
  expect(words.dayHeading("2026-11-26", "2026-11-22", de)).toBe("Do 26.11.");
  expect(words.dayWords("2026-12-02", en)).toBe("Wed 2 Dec");
});

test("after midnight the evening that still runs is tonight, and today is what the calendar says", () => {
  expect(words.dayHeading("2026-11-22", "2026-11-23", de)).toBe("Heute Nacht, So 22.11.");
  expect(words.dayHeading("2026-11-23", "2026-11-23", de)).toBe("Heute, Mo 23.11.");
});

test("the day at the cinema is told by the offset of its moments", () => {
  const lateEvening = new Date("2026-11-22T23:30:00Z");
  expect(words.dayAtCinema(lateEvening, "2026-11-23T20:00:00+01:00")).toBe("2026-11-23");
  expect(words.dayAtCinema(lateEvening, "2026-11-23T20:00:00-08:00")).toBe("2026-11-22");
});

test("the strip has no room for the date of today and tomorrow", () => {
  expect(words.dayHeading("2026-11-22", "2026-11-22", de, true)).toBe("Heute");
  expect(words.dayHeading("2026-11-26", "2026-11-22", de, true)).toBe("Do 26.11.");
});

test("distances are read out in full", () => {
  expect(plain(words.distanceWords(1900, de, "long"))).toBe("1,9 Kilometer");
  expect(plain(words.distanceWords(850, en, "long"))).toBe("850 meters");
});

test("a start within the hour says in how many minutes", () => {
  const now = new Date("2026-11-22T19:00:00Z");
  expect(words.soonWords("2026-11-22T20:20:00+01:00", now, de)).toBe("in 20 min");
  expect(words.soonWords("2026-11-22T21:00:00+01:00", now, de)).toBe("in 60 min");
  expect(words.soonWords("2026-11-22T21:01:00+01:00", now, de)).toBe("");
  expect(words.soonWords("2026-11-22T20:00:00+01:00", now, en)).toBe("now");
  expect(words.soonWords("2026-11-22T19:50:00+01:00", now, en)).toBe("");
});

test("formats are written as they are on posters, unknown ones as they came", () => {
  expect(["35mm", "3D", "IMAX", "4DX"].map(words.formatWords).map(plain)).toEqual(["35 mm", "3D", "IMAX", "4DX"]);
});

test("only addresses of the web become links", () => {
  expect(webLink("https://kino.example/tickets?id=1")).toBe("https://kino.example/tickets?id=1");
  for (const bad of ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "/tickets", "", null]) {
    expect(webLink(bad)).toBeNull();
  }
});
