/** What the questions for showtimes and for films near take and give, written by hand from the contract; the frontend knows the server only by this. */

import { byCinema, type Start } from "../finder/starts.ts";

export interface Version {
  label: string;
  /** BCP 47; `["und"]` is unknown. */
  audio: string[];
  is_original: boolean | null;
  /** `null` is unknown, `[]` is none. */
  subtitles: string[] | null;
  captions: boolean;
  audio_description: boolean;
}

export interface Film {
  slug: string;
  /** In the language of the service. */
  title: string;
  /** By language (BCP 47), where the film has one there. */
  titles: Record<string, string>;
  year: number | null;
  minutes: number | null;
}

export interface Cinema {
  slug: string;
  name: string;
  street: string | null;
  postcode: string | null;
  city: string | null;
  country: string;
  lat: number;
  lon: number;
  time_zone: string;
  website: string | null;
  wheelchair: string | null;
  known_until: string | null;
}

export interface Screening {
  id: string;
  films: string[];
  title: string | null;
  starts_at: string;
  ends_at: string | null;
  programme_on: string;
  version: string;
  formats: string[];
  auditorium: string | null;
  booking_url: string | null;
  status: "scheduled" | "sold-out" | "cancelled";
}

export interface CinemaShowtimes {
  cinema: Cinema;
  distance_m: number | null;
  screenings: Screening[];
}

/** The nearest screening outside the asked radius, window or version; `relaxed` says which of them had to give. */
export interface Alternative {
  relaxed: string[];
  cinema: Cinema;
  distance_m: number | null;
  screening: Screening;
}

/** What an answer without cinemas says: in words by language, and the nearest in each direction. */
export interface Empty {
  sentence: Record<string, string>;
  alternatives: Alternative[];
}

export interface Answer {
  near: { lat: number; lon: number; accuracy_m: number } | null;
  window: { from: string; until: string };
  films: Record<string, Film>;
  versions: Record<string, Version>;
  cinemas: CinemaShowtimes[];
  total_cinemas: number;
  /** In an answer by film: a film shows only its first starts there. */
  total_films?: number;
  truncated: boolean;
  alternative: Alternative | null;
  empty?: Empty | null;
  as_of: string | null;
}

/** What `GET /api/v1/films/near` gives: by film, with the cinemas aside. */
export interface FilmsAnswer extends Omit<Answer, "films" | "cinemas" | "total_cinemas"> {
  films: { film: Film; starts: { cinema: string; distance_m: number; screening: Screening }[] }[];
  other_films: Record<string, Film>;
  cinemas: Record<string, Cinema>;
  total_films: number;
}

export interface Question {
  path: "showtimes" | "films/near";
  /** Already coarse: never hand an exact position to anything in this folder. */
  near: { lat: number; lon: number; accuracyM: number } | null;
  /** Parameters with their values; without those that have none. */
  wishes: Readonly<Record<string, readonly string[]>>;
  limit: number;
}

/** The address of a question; lists are sorted, so that the same question has the same address, and one cache entry, for everyone. */
export function questionAddress(server: string, { path, near, wishes, limit }: Question): URL {
  const address = new URL(`/api/v1/${path}`, server);
  const ask = (name: string, value: string) => address.searchParams.append(name, value);
  if (near) {
    ask("lat", near.lat.toFixed(2));
    ask("lon", near.lon.toFixed(2));
    ask("accuracy_m", String(near.accuracyM));
  }
  for (const [name, values] of Object.entries(wishes)) for (const value of values.toSorted()) ask(name, value);
  ask("limit", String(limit));
  return address;
}

/** An answer by film as one by cinema: the same screenings, each once. */
export function answerOf(answer: FilmsAnswer): Answer {
  const films = { ...answer.other_films };
  const all = new Map<string, Start>();
  for (const { film, starts } of answer.films) {
    films[film.slug] = film;
    for (const start of starts) {
      const cinema = answer.cinemas[start.cinema];
      if (cinema) all.set(start.screening.id, { ...start, cinema });
    }
  }
  const cinemas = byCinema([...all.values()]);
  return { ...answer, films, cinemas, total_cinemas: cinemas.length };
}
