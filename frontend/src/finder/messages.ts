/** How the element speaks: one table of sentences a language, so that no language can lack a key. */
import { german, type Messages } from "./messages-de.ts";
import { english } from "./messages-en.ts";

export type { Messages };

export type Language = "de" | "en";

/** The language of its sentences, and the full locale for numbers and units. */
export interface Speech {
  language: Language;
  locale: string;
  say: Messages;
}

/** The speech of a BCP 47 tag; whatever is not German is answered in English. `browser` says the region where the tag does not. */
export function speechOf(tag: string, browser = tag): Speech {
  const language: Language = /^de\b/i.test(tag) ? "de" : "en";
  const matches = (locale: string) => new RegExp(`^${language}-[a-z0-9-]+$`, "i").test(locale);
  const locale = [tag, browser].find(matches) ?? language;
  return { language, locale, say: language === "de" ? german : english };
}
