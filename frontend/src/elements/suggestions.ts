/** What the search box suggests: films by their titles, and places; an address with a number is looked up only where the reader asks for it. */
import { askDistricts, askFilms, askPlaces, type LookedUp, lookUp, type Place } from "../api/places.ts";
import type { Film } from "../api/showtimes.ts";
import type { Speech } from "../finder/messages.ts";
import type { Option, Suggest } from "./search-box.ts";

/** Letters and then a short number: a house in a street, which is nobody's business while it is typed. */
const ADDRESS = /\p{L}.*\b\d{1,3}\b/u;

export interface Choices {
  server: string;
  speech: Speech;
  /** Null where the element is about a film already. */
  chooseFilm: ((slug: string) => void) | null;
  /** Without one where there is no such place, and with what the server says to that. */
  choosePlace: (place?: Place, problem?: string | null) => void;
}

export function suggestionsOf(choices: () => Choices): Suggest {
  return async (typed, isFinal) => {
    const { server, speech, chooseFilm, choosePlace } = choices();
    const { language, say } = speech;
    const ofPlace = (place: Place): Option => ({
      name: place.name,
      context: place.context ?? "",
      choose: () => choosePlace(place),
    });
    const ofFilm = ({ slug, title, titles, year }: Film): Option => ({
      name: titles[language] ?? title,
      context: [say.film, year].filter(Boolean).join(" · "),
      choose: () => chooseFilm?.(slug),
    });
    // Of "Toy Story 3" the words are enough, and of a street nobody is told the house.
    const words = ADDRESS.test(typed) ? typed.replace(/\d+/g, "").trim() : typed;
    const films = async () => (chooseFilm ? await askFilms(server, words).catch(() => []) : []);
    const addresses = () => lookUp(server, typed, language).catch((): LookedUp => ({ places: [], problem: null }));
    if (!typed) return (await askDistricts(server, say.cinemas).catch(() => [])).map(ofPlace);
    if (words !== typed) {
      const choose = async () => {
        const { places, problem } = await addresses();
        choosePlace(problem ? undefined : places[0], problem);
      };
      return [{ name: typed, context: say.lookUp, choose: () => void choose() }, ...(await films()).map(ofFilm)];
    }
    const [named, places] = await Promise.all([films(), askPlaces(server, typed, language).catch(() => [])]);
    const isUnknown = isFinal && places.length + named.length === 0;
    return [...(isUnknown ? (await addresses()).places : places).map(ofPlace), ...named.map(ofFilm)];
  };
}
