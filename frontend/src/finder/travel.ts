/**
 * About how long the way takes, and whether a start can still be reached; an estimate, and called one.
 * Streets are some 1.3 times as long as the line that a crow flies (D. J. Levinson, A. El-Geneidy: "The minimum circuity
 * frontier and the journey to work", 2009: 1.2 to 1.3 in cities); one walks 4.8 km/h and cycles 15 km/h in traffic.
 */
const DETOUR = 1.3;
const WALKING_M_A_MINUTE = 80;
const CYCLING_M_A_MINUTE = 250;
const MINUTE_MS = 60_000;

export type Way = "walk" | "cycle" | "tooLate";

export interface Reach {
  way: Way;
  minutes: number;
}

export function walkingMinutes(straightM: number): number {
  return Math.ceil((straightM * DETOUR) / WALKING_M_A_MINUTE);
}

export function cyclingMinutes(straightM: number): number {
  return Math.ceil((straightM * DETOUR) / CYCLING_M_A_MINUTE);
}

/** Farther than this one would rather cycle. */
const LONG_WALK_MINUTES = 30;

/** On foot where that is quick enough for a start and no hike, else by bicycle. */
export function reachOf(straightM: number, startsAt: string, now: Date): Reach {
  const left = (Date.parse(startsAt) - now.getTime()) / MINUTE_MS;
  const [walk, cycle] = [walkingMinutes(straightM), cyclingMinutes(straightM)];
  if (walk <= Math.min(left, LONG_WALK_MINUTES)) return { way: "walk", minutes: walk };
  return { way: cycle <= left ? "cycle" : "tooLate", minutes: cycle };
}
