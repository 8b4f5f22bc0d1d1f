/** What the device remembers, only where the reader has ticked it: languages, and the public name of a place; never a position. */
const KEY = "kinonah";

export interface Memory {
  understands: readonly string[];
  place: string;
}

/** Null where nothing is remembered, or the browser lets nobody remember. */
export function remembered(): Memory | null {
  try {
    const { understands, place } = JSON.parse(localStorage.getItem(KEY) ?? "") as Partial<Memory>;
    return { understands: Array.isArray(understands) ? understands.map(String) : [], place: String(place ?? "") };
  } catch {
    return null;
  }
}

export function remember(memory: Memory | null): void {
  try {
    if (memory) localStorage.setItem(KEY, JSON.stringify(memory));
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that stores nothing: the tick lasts as long as the page.
  }
}
