/** What `GET /api/v1/showtimes` takes and gives, written by hand from the contract; the frontend knows the server only by this. */

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

export interface Answer {
  near: { lat: number; lon: number; accuracy_m: number } | null;
  window: { from: string; until: string };
  films: Record<string, Film>;
  versions: Record<string, Version>;
  cinemas: CinemaShowtimes[];
  total_cinemas: number;
  truncated: boolean;
  alternative: Alternative | null;
  as_of: string | null;
}

export interface Question {
  /** Already coarse: never hand an exact position to anything in this folder. */
  near: { lat: number; lon: number; accuracyM: number } | null;
  films: readonly string[];
  cinemas: readonly string[];
  versions: readonly string[];
  until: string | null;
  limit: number;
}

/** The address of a question; lists are sorted, so that the same question has the same address, and one cache entry, for everyone. */
export function showtimesAddress(server: string, question: Question): URL {
  const address = new URL("/api/v1/showtimes", server);
  const ask = (name: string, value: string) => address.searchParams.append(name, value);
  if (question.near) {
    ask("lat", question.near.lat.toFixed(2));
    ask("lon", question.near.lon.toFixed(2));
    ask("accuracy_m", String(question.near.accuracyM));
  }
  for (const film of question.films.toSorted()) ask("film", film);
  for (const cinema of question.cinemas.toSorted()) ask("cinema", cinema);
  for (const version of question.versions.toSorted()) ask("version", version);
  if (question.until) ask("until", question.until);
  ask("limit", String(question.limit));
  return address;
}
