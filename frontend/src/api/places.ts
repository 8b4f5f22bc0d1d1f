/** What the server suggests for what somebody typed: places and films. A street's house number goes by POST, so that it is in no log. */
import { ask } from "./ask.ts";
import type { Film } from "./showtimes.ts";

export interface Place {
  name: string;
  kind: string;
  context: string | null;
  lat: number;
  lon: number;
  accuracy_m: number;
  /** The slug of a district, where the place is one. */
  area: string | null;
}

/** Raises `AskingFailed`, as all of them. */
export function askPlaces(server: string, typed: string, lang: string): Promise<Place[]> {
  return listed("places", ask(addressOf(server, "places", { q: typed, lang })));
}

export interface LookedUp {
  places: Place[];
  /** What is missing, in a sentence of the asked language. */
  problem: string | null;
}

/** Streets and house numbers, too; a name says whose data it is, where it is not ours. */
export async function lookUp(server: string, typed: string, lang: string): Promise<LookedUp> {
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ q: typed, lang });
  const answer = await ask(addressOf(server, "places", {}), { method: "POST", headers, body });
  const { places, attribution, problem } = answer as LookedUp & { attribution: string | null };
  const named = places.map((place) => ({
    ...place,
    name: attribution ? `${place.name} (${attribution})` : place.name,
  }));
  return { places: named, problem };
}

export function askFilms(server: string, typed: string): Promise<Film[]> {
  return listed("films", ask(addressOf(server, "films", { q: typed, limit: "4" })));
}

interface Area {
  slug: string;
  name: string;
  cinemas: number;
  lat: number;
  lon: number;
  radius_m: number;
}

/** The districts that have cinemas; `context` says how many. */
export async function askDistricts(server: string, cinemasWord: string): Promise<Place[]> {
  const areas = await listed<Area>("areas", ask(addressOf(server, "areas", { kind: "district" })));
  return areas
    .filter(({ cinemas }) => cinemas > 0)
    .map((area) => ({
      ...area,
      kind: "district",
      context: `${cinemasWord}: ${area.cinemas}`,
      accuracy_m: area.radius_m,
      area: area.slug,
    }));
}

function addressOf(server: string, path: string, parameters: Record<string, string>): URL {
  return new URL(`/api/v1/${path}?${new URLSearchParams(parameters)}`, server);
}

async function listed<T>(name: string, asked: Promise<unknown>): Promise<T[]> {
  const list = ((await asked) as Record<string, unknown> | null)?.[name];
  return Array.isArray(list) ? list : [];
}
