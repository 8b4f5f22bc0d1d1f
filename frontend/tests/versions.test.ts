/** What a version means in the reader's language. */
import { expect, test } from "vitest";
import { speechOf } from "../src/finder/messages.ts";
import { labelsOf, legendOf, versionSentence } from "../src/finder/versions.ts";
import { aScreening, aVersion, showing } from "./factories.ts";

const de = speechOf("de");
const en = speechOf("en");

test.each([
  [{}, "Original auf Englisch mit deutschen Untertiteln", "original version in English with German subtitles"],
  [{ subtitles: [] }, "Original auf Englisch ohne Untertitel", "original version in English without subtitles"],
  [
    { subtitles: null },
    "Original auf Englisch (Untertitel nicht angegeben)",
    "original version in English (subtitles not stated)",
  ],
  [{ audio: ["und"] }, "Original mit deutschen Untertiteln", "original version with German subtitles"],
  [{ audio: ["und"], subtitles: ["und"] }, "Original mit Untertiteln", "original version with subtitles"],
  [
    { subtitles: ["de", "fr"] },
    "Original auf Englisch mit deutschen und französischen Untertiteln",
    "original version in English with German and French subtitles",
  ],
  [
    { subtitles: ["hi"] },
    "Original auf Englisch mit Untertiteln (Hindi)",
    "original version in English with Hindi subtitles",
  ],
  [{ audio: ["de"], is_original: false, subtitles: [] }, "deutsche Synchronfassung", "dubbed in German"],
  [{ audio: ["und"], is_original: false, subtitles: null }, "Fassung nicht angegeben", "version not stated"],
  [
    { audio: ["de"], subtitles: ["de"], captions: true, audio_description: true },
    "Original auf Deutsch mit deutschen Untertiteln, mit Untertiteln für gehörlose und schwerhörige Menschen, mit Audiodeskription",
    "original version in German with German subtitles, with captions for deaf and hard-of-hearing people, with audio description",
  ],
  [
    { audio: ["not a tag"] },
    "Original auf not a tag mit deutschen Untertiteln",
    "original version in not a tag with German subtitles",
  ],
])("%j is told in both languages", (facts, german, english) => {
  expect(versionSentence(aVersion(facts), de)).toBe(german);
  expect(versionSentence(aVersion(facts), en)).toBe(english);
});

const versions = {
  english: aVersion(),
  korean: aVersion({ audio: ["ko"] }),
  dubbed: aVersion({ label: "DF", audio: ["de"], is_original: false, subtitles: [] }),
  absent: aVersion({ label: "OmeU" }),
};
const cinemas = [
  showing({ slug: "a" }, [aScreening({ version: "english" }), aScreening({ version: "dubbed" })]),
  showing({ slug: "b" }, [aScreening({ version: "korean" })]),
];

test("the legend explains the labels that occur, once each, without a language that they do not share", () => {
  expect(legendOf(cinemas, versions, de)).toEqual([
    { label: "DF", meaning: "deutsche Synchronfassung" },
    { label: "OmU", meaning: "Original mit deutschen Untertiteln" },
  ]);
});

test("the filter offers only labels that occur", () => {
  expect(labelsOf(cinemas, versions)).toEqual(["DF", "OmU"]);
});
