/** What the search box suggests: films by their titles, and places; an address with a number is looked up only where the reader asks for it. */
import { askFilms, askPlaces, lookUp, type Place } from "../api/places.ts";
import type { Speech } from "../finder/messages.ts";
import type { Option, Suggest } from "./search-box.ts";

/** Letters and then a number: a house in a street, which is nobody's business while it is typed. */
const ADDRESS = /\p{L}.*\d/u;

export interface Choices {
  server: string;
  speech: Speech;
  /** Null where the element is about a film already. */
  chooseFilm: ((slug: string) => void) | null;
  choosePlace: (place: Place) => void;
}

export function suggestionsOf(choices: () => Choices): Suggest {
  return async (typed, isFinal) => {
    const { server, speech, chooseFilm, choosePlace } = choices();
    if (!typed) return [];
    const isAddress = ADDRESS.test(typed);
    const [films, known] = await Promise.all([
      chooseFilm && !isAddress ? askFilms(server, typed).catch(() => []) : [],
      isAddress ? [] : askPlaces(server, typed, speech.language).catch(() => []),
    ]);
    const isUnknown = known.length === 0 && films.length === 0;
    const places = isFinal && isUnknown ? await lookUp(server, typed, speech.language).catch(() => []) : known;
    return [
      ...places.map(
        (place): Option => ({ name: place.name, context: place.context ?? "", choose: () => choosePlace(place) }),
      ),
      ...films.map(
        ({ slug, title, titles, year }): Option => ({
          name: titles[speech.language] ?? title,
          context: [speech.say.film, year].filter(Boolean).join(" · "),
          choose: () => chooseFilm?.(slug),
        }),
      ),
    ];
  };
}
