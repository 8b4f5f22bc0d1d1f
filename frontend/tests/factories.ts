/** Cinemas, screenings and answers with sensible defaults: a test states only what matters to it. */
import type { Answer, Cinema, CinemaShowtimes, Screening, Version } from "../src/api/showtimes.ts";

export const aCinema = (given: Partial<Cinema> = {}): Cinema => ({
  slug: "moviemento",
  name: "Moviemento",
  street: "Kottbusser Damm 22",
  postcode: "10967",
  city: "Berlin",
  country: "DE",
  lat: 52.49033,
  lon: 13.4234,
  time_zone: "Europe/Berlin",
  website: "https://moviemento.example/",
  wheelchair: null,
  known_until: null,
  ...given,
});

export const aScreening = (given: Partial<Screening> = {}): Screening => ({
  id: "s1",
  films: ["red-rocket"],
  title: null,
  starts_at: "2026-11-22T20:15:00+01:00",
  ends_at: null,
  programme_on: "2026-11-22",
  version: "OmU·en·de",
  formats: [],
  auditorium: null,
  booking_url: null,
  status: "scheduled",
  ...given,
});

export const aVersion = (given: Partial<Version> = {}): Version => ({
  label: "OmU",
  audio: ["en"],
  is_original: true,
  subtitles: ["de"],
  captions: false,
  audio_description: false,
  ...given,
});

export const showing = (cinema: Partial<Cinema> = {}, screenings: Screening[] = [aScreening()]): CinemaShowtimes => ({
  cinema: aCinema(cinema),
  distance_m: null,
  screenings,
});

export const anAnswer = (given: Partial<Answer> = {}): Answer => ({
  near: null,
  window: { from: "2026-11-22T18:00:00+01:00", until: "2026-11-24T05:00:00+01:00" },
  films: { "red-rocket": { slug: "red-rocket", title: "Red Rocket", titles: {}, year: 2021, minutes: 130 } },
  versions: { OmU·en·de: aVersion() },
  cinemas: [showing()],
  total_cinemas: given.cinemas?.length ?? 1,
  truncated: false,
  alternative: null,
  as_of: null,
  ...given,
});
