/** Where the reader stands, and from where the list is sorted: the device's own position, followed, or a place that they chose. */
import type { Place } from "../api/places.ts";
import { distanceM } from "../finder/distance.ts";
import { Failed } from "../finder/failed.ts";
import type { Position } from "../finder/position.ts";
import { devicePosition, follow, isGranted, tellNeighbours } from "./whereabouts.ts";

/** As far as one walks without a list being another. */
const MOVED_M = 50;

/** A position with its name, which is empty where it is the device's. */
export interface Here extends Position {
  name: string;
  area: string | null;
  /** The name as an address may say it; empty for what is private: a position, or somebody's street. */
  shared: string;
}

export interface Follower {
  requestUpdate: () => void;
  /** The list has to be another. */
  moved: () => Promise<void>;
  located: () => void;
  failed: (failure: unknown) => void;
  /** The list is under the reader's thumb or eyes, and must not jump. */
  isInUse: () => boolean;
}

export class Standing {
  here: Here | null = null;
  /** Where the reader was when the list was put in order. */
  sortedFrom: Position | null = null;
  hasMoved = false;
  /** The reader waits for the device, and may cancel. */
  isAwaited = false;
  #host: Follower;
  #locating: AbortController | null = null;
  #unfollow: (() => void) | null = null;

  constructor(host: Follower) {
    this.#host = host;
  }

  get isLocating(): boolean {
    return this.#locating !== null;
  }

  get isOfDevice(): boolean {
    return this.here?.name === "";
  }

  /**
   * Asks the device; says nothing of a failure where nobody has asked for it. `known` is what a script of the page has heard from
   * it a moment ago. Gives whether there is a position now.
   */
  async locate(isSilent = false, known?: Position): Promise<boolean> {
    if (this.#locating || (isSilent && !known && !(await isGranted()))) return false;
    const locating = new AbortController();
    this.#locating = locating;
    this.isAwaited = !isSilent;
    this.#host.requestUpdate();
    try {
      const position = known ?? (await devicePosition(locating.signal, this.isOfDevice));
      this.#locating = null;
      this.#host.located();
      const settled = this.settle(position);
      tellNeighbours(position);
      await settled;
      return true;
    } catch (failure) {
      if (!(failure instanceof Failed ? isSilent : locating.signal.aborted)) this.#host.failed(failure);
      return false;
    } finally {
      this.#locating = null;
      this.#host.requestUpdate();
    }
  }

  cancel(): void {
    this.#locating?.abort();
  }

  goTo(place: Place, shared = place.kind === "address" ? "" : place.name): Promise<void> {
    const { name, lat, lon, accuracy_m, area } = place;
    return this.settle({ lat, lon, accuracyM: accuracy_m }, { name, area, shared });
  }

  async settle(position: Position, named = { name: "", area: null as string | null, shared: "" }): Promise<void> {
    this.stop();
    this.here = { ...position, ...named };
    this.resume();
    await this.reorder();
  }

  async reorder(): Promise<void> {
    this.sortedFrom = this.here;
    this.hasMoved = false;
    await this.#host.moved();
  }

  forget(): void {
    this.stop();
    this.here = this.sortedFrom = null;
    this.hasMoved = false;
  }

  stop(): void {
    this.cancel();
    this.#unfollow?.();
    this.#unfollow = null;
  }

  resume(): void {
    if (this.isOfDevice) this.#unfollow ??= follow((position) => this.#follow(position));
  }

  /** The list follows a reader who walks, unless it is in use: then it waits for a tap. */
  #follow(position: Position): void {
    if (!this.here || !this.sortedFrom || distanceM(this.sortedFrom, position) < MOVED_M) return;
    this.here = { ...this.here, ...position };
    this.hasMoved = this.#host.isInUse();
    if (this.hasMoved) this.#host.requestUpdate();
    else void this.reorder();
  }
}
