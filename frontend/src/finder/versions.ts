/** Explains a version in the reader's language from its facts: what you hear and what you read; and collects the legend of an answer. */
import type { CinemaShowtimes, Version } from "../api/showtimes.ts";
import { formatter } from "./formatter.ts";
import type { Speech } from "./messages.ts";
import { languageName } from "./words.ts";

export interface LegendEntry {
  label: string;
  meaning: string;
}

/** `Originalfassung auf Englisch mit deutschen Untertiteln`; without audio where `namesAudio` is false. */
export function versionSentence(version: Version, speech: Speech, namesAudio = true): string {
  const audio = version.audio.filter((tag) => tag !== "und");
  if (audio.length === 0 && !version.is_original && version.subtitles === null)
    return withAccess([], version, speech, true);
  const heard = heardWords(version, namesAudio || !version.is_original ? audio : [], speech);
  return withAccess([heard, readWords(version, speech)], version, speech, false);
}

function heardWords(version: Version, audio: string[], speech: Speech): string {
  const { say, language } = speech;
  const names = joinWords(
    audio.map((tag) => languageName(tag, speech)),
    speech,
  );
  if (version.is_original) return names ? `${say.original} ${language === "de" ? "auf" : "in"} ${names}` : say.original;
  const kind = version.is_original === false ? say.dubbed : language === "en" ? "version" : say.version;
  if (!names) return kind;
  if (language === "en") return version.is_original === false ? `${kind} in ${names}` : `${names} ${kind}`;
  const adjectives = audio.map((tag) => adjective(languageName(tag, speech), "e"));
  const bends = adjectives.every((word) => word !== null);
  return bends ? `${joinWords(adjectives, speech)} ${kind}` : `${kind} (${names})`;
}

function readWords({ subtitles, captions, is_original }: Version, speech: Speech): string {
  const { say, language } = speech;
  if (subtitles === null) return `(${say.unknownSubtitles})`;
  // "without" is news for an original only; a dubbed film has none as a rule, and captions say more.
  if (subtitles.length === 0) return is_original && !captions ? say.withoutSubtitles : "";
  const names = subtitles.filter((tag) => tag !== "und").map((tag) => languageName(tag, speech));
  if (names.length === 0) return say.someSubtitles;
  if (language === "en") return `with ${joinWords(names, speech)} subtitles`;
  const adjectives = names.map((name) => adjective(name, "en"));
  const bends = adjectives.every((word) => word !== null);
  return bends ? `mit ${joinWords(adjectives, speech)} Untertiteln` : `mit Untertiteln (${joinWords(names, speech)})`;
}

function withAccess(parts: string[], version: Version, { say }: Speech, isUnknown: boolean): string {
  const access = [version.captions ? say.hasCaptions : "", version.audio_description ? say.hasDescription : ""];
  const sentence = [...parts, isUnknown ? say.unknownVersion : ""].filter(Boolean).join(" ");
  return [sentence, ...access].filter(Boolean).join(", ");
}

/** `deutsch` + ending; null for names that do not bend, such as Hindi or Chinesisch (vereinfacht). */
function adjective(name: string, ending: string): string | null {
  return /^\p{L}+sch$/u.test(name) ? name.toLocaleLowerCase("de") + ending : null;
}

function joinWords(words: string[], { language }: Speech): string {
  return formatter(Intl.ListFormat, language, {}).format(words);
}

/** The labels that occur in these cinemas, in the order of the alphabet: filters offer no value that is not there. */
export function labelsOf(cinemas: readonly CinemaShowtimes[], versions: Record<string, Version>): string[] {
  const labels = occurringVersions(cinemas, versions).map((version) => version.label);
  return [...new Set(labels)].filter(Boolean).sort();
}

/** What each label in these cinemas means; the spoken language is named where all versions under the label share it. */
export function legendOf(
  cinemas: readonly CinemaShowtimes[],
  versions: Record<string, Version>,
  speech: Speech,
): LegendEntry[] {
  const occurring = occurringVersions(cinemas, versions);
  return labelsOf(cinemas, versions).map((label) => {
    const those = occurring.filter((version) => version.label === label);
    const sharesAudio = new Set(those.map((version) => version.audio.join())).size === 1;
    const meanings = new Set(those.map((version) => versionSentence(version, speech, sharesAudio)));
    return { label, meaning: [...meanings].join("; ") };
  });
}

function occurringVersions(cinemas: readonly CinemaShowtimes[], versions: Record<string, Version>): Version[] {
  const keys = cinemas.flatMap(({ screenings }) => screenings.map((screening) => screening.version));
  return [...new Set(keys)].map((key) => versions[key]).filter((version) => version !== undefined);
}
