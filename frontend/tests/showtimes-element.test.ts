// @vitest-environment happy-dom
/** The element as a reader meets it: tapped, refused, offline, empty; and what it never gives away. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KinonahShowtimes } from "../src/elements/kinonah-showtimes.ts";
import { anAnswer, aScreening, aVersion, showing } from "./factories.ts";
import { onDevice, type Service, startService } from "./outside.ts";

customElements.define("kinonah-showtimes", KinonahShowtimes);

const EXACT = { latitude: 52.4977314, longitude: 13.4231173, accuracy: 25 };
let service: Service;

beforeEach(async () => {
  service = await startService();
  // The page is the service's own: this DOM asks strangers' servers for leave more often than browsers do.
  (window as unknown as { happyDOM: { setURL: (address: string) => void } }).happyDOM.setURL(service.origin);
  service.reply = { body: anAnswer() };
  onDevice(EXACT);
});

afterEach(async () => {
  document.body.replaceChildren();
  await service.close();
});

function place(attributes = 'film="red-rocket"', children = ""): KinonahShowtimes {
  document.body.innerHTML = `<kinonah-showtimes lang="de" src="${service.origin}" ${attributes}>${children}</kinonah-showtimes>`;
  return document.body.firstElementChild as KinonahShowtimes;
}

const programme = "<p>Das Programm der Stadt</p>";
const inside = (element: KinonahShowtimes, selector: string) => [
  ...(element.shadowRoot?.querySelectorAll(selector) ?? []),
];
const texts = (element: KinonahShowtimes, selector: string) =>
  inside(element, selector).map((node) => (node.textContent ?? "").replace(/\s+/g, " ").trim());
const tap = (element: KinonahShowtimes, selector: string) => (inside(element, selector)[0] as HTMLElement).click();
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 3000, interval: 10 });

test("without children it fetches the programme, without a position", async () => {
  const element = place();
  await eventually(() => expect(texts(element, ".cinema-name")).toEqual(["Moviemento"]));
  expect(service.asked).toEqual(["/api/v1/showtimes?film=red-rocket&limit=10"]);
});

test("a server-rendered programme stays until there is something better, and nothing is asked", async () => {
  const element = place(undefined, programme);
  await element.updateComplete;
  expect(inside(element, "slot")).toHaveLength(1);
  expect(service.asked).toEqual([]);
});

test("a tap asks coarsely, sorts precisely and cuts to the limit", async () => {
  const near = { slug: "near", name: "Nah", lat: 52.4987, lon: 13.4231 };
  const far = { slug: "far", name: "Fern", lat: 52.54, lon: 13.4231 };
  const middle = { slug: "middle", name: "Mitte", lat: 52.51, lon: 13.4231 };
  service.reply = { body: anAnswer({ cinemas: [showing(far), showing(near), showing(middle)] }) };
  const element = place('film="red-rocket" limit="2"', programme);
  await element.updateComplete;
  tap(element, ".locate");
  await eventually(() => expect(texts(element, ".cinema-name")).toEqual(["Nah", "Mitte"]));
  expect(texts(element, ".distance")).toEqual(["110 m", "1,4 km"]);
  expect(service.asked).toEqual(["/api/v1/showtimes?lat=52.50&lon=13.42&accuracy_m=1000&film=red-rocket&limit=2"]);
});

test("the exact position is in no address, attribute, event or text", async () => {
  const told: unknown[] = [];
  const element = place(undefined, programme);
  for (const name of ["kinonah-located", "kinonah-shown", "kinonah-error"]) {
    element.addEventListener(name, (event) => told.push([name, (event as CustomEvent).detail]));
  }
  await element.locate();
  await element.updateComplete;
  expect(told).toEqual([
    ["kinonah-located", {}],
    ["kinonah-shown", { cinemas: 1 }],
  ]);
  const everything = [
    element.outerHTML,
    element.shadowRoot?.innerHTML,
    JSON.stringify(told),
    ...service.asked,
    ...Object.entries(element).map(([name, value]) => `${name} ${value}`),
  ];
  for (const digits of ["52.497", "13.423"])
    expect(everything.join("\n").replaceAll("52.49033", "")).not.toContain(digits);
});

test("forgetting the location brings the city's programme back", async () => {
  const element = place(undefined, programme);
  await element.locate();
  await eventually(() => expect(inside(element, "[part=forget]")).toHaveLength(1));
  tap(element, "[part=forget]");
  await element.updateComplete;
  expect(inside(element, "slot")).toHaveLength(1);
  expect(texts(element, ".locate")).toEqual(["Mein Standort"]);
});

test.each([
  ["refused", { code: 1 } as const, true, "Dein Browser gibt den Standort nicht frei."],
  ["unavailable", { code: 2 } as const, true, "Dein Gerät kann den Standort gerade nicht bestimmen."],
  ["timed-out", { code: 3 } as const, true, "Dein Gerät hat den Standort nicht rechtzeitig gefunden."],
  ["insecure", EXACT, false, "Browser geben den Standort nur auf gesicherten Seiten frei."],
])(
  "a position that is %s says so in a sentence and leaves the programme standing",
  async (code, device, isSecure, sentence) => {
    onDevice(device, isSecure);
    const element = place(undefined, programme);
    const codes: string[] = [];
    element.addEventListener("kinonah-error", (event) => codes.push((event as CustomEvent).detail.code));
    await element.locate();
    await element.updateComplete;
    expect(texts(element, "[role=alert]")[0]).toContain(sentence);
    expect(texts(element, ".locate")).toEqual(["Mein Standort"]);
    expect(inside(element, "slot")).toHaveLength(1);
    expect(codes).toEqual([code]);
  },
);

test("a first tap takes what the device knows quickly, a second one asks for more, and both end after ten seconds", async () => {
  const wishes = onDevice(EXACT);
  const element = place(undefined, programme);
  await element.locate();
  await element.locate();
  expect(wishes).toEqual([
    { enableHighAccuracy: false, timeout: 10_000, maximumAge: 60_000 },
    { enableHighAccuracy: true, timeout: 10_000, maximumAge: 0 },
  ]);
});

test("a device that says nothing can be cancelled", async () => {
  onDevice("silent");
  const element = place(undefined, programme);
  await element.updateComplete;
  tap(element, ".locate");
  await eventually(() => expect(inside(element, "[aria-busy=true]")).toHaveLength(1));
  tap(element, "[part=cancel]");
  await eventually(() => expect(inside(element, "[aria-busy=true]")).toHaveLength(0));
  expect(inside(element, "[role=alert]")).toHaveLength(0);
});

test("a server that fails gets a sentence and a button that asks again", async () => {
  service.reply = { status: 503, body: {} };
  const element = place();
  await eventually(() => expect(texts(element, "[role=alert]")[0]).toContain("Das Programm antwortet gerade nicht."));
  service.reply = { body: anAnswer() };
  tap(element, "[part=try-again]");
  await eventually(() => expect(texts(element, ".cinema-name")).toEqual(["Moviemento"]));
  expect(inside(element, "[role=alert]")).toHaveLength(0);
});

test("a refused question shows the server's own sentences", async () => {
  service.reply = { status: 422, body: { detail: "So geht das nicht.", problems: [{ message: "Kein Film „x“." }] } };
  const element = place('film="x"');
  await eventually(() => expect(texts(element, ".failure-detail")).toEqual(["So geht das nicht.", "Kein Film „x“."]));
});

test("no network is said, and never a dead end", async () => {
  await service.close();
  const element = place();
  await eventually(() => expect(texts(element, "[role=alert]")[0]).toContain("Keine Verbindung zum Programm."));
  expect(inside(element, "[part=try-again]")).toHaveLength(1);
});

test("an empty answer names its window and shows the alternative", async () => {
  const alternative = {
    relaxed: ["until"],
    cinema: showing().cinema,
    distance_m: null,
    screening: aScreening({ programme_on: "2026-11-26" }),
  };
  service.reply = { body: anAnswer({ cinemas: [], alternative }) };
  const element = place();
  await eventually(() => expect(texts(element, ".empty-words")[0]).toContain("Bis einschließlich Mo 23.11."));
  expect(texts(element, ".alternative-name")).toEqual(["Die nächste Möglichkeit – später"]);
  expect(texts(element, ".alternative .cinema-name")).toEqual(["Moviemento"]);
});

test("a cinema whose programme ends within the window says until when it is known", async () => {
  service.reply = {
    body: anAnswer({
      cinemas: [showing({ slug: "a", known_until: "2026-11-22" }), showing({ slug: "b", known_until: "2026-11-23" })],
    }),
  };
  const element = place();
  await eventually(() => expect(texts(element, ".known-until")).toEqual(["Programm bekannt bis So 22.11."]));
});

test("chips filter by the versions that occur, on the device", async () => {
  const versions = {
    OmU·en·de: aVersion(),
    DF·de: aVersion({ label: "DF", audio: ["de"], is_original: false, subtitles: [] }),
  };
  const cinemas = [
    showing({ slug: "a", name: "A" }),
    showing({ slug: "b", name: "B" }, [aScreening({ version: "DF·de" })]),
  ];
  service.reply = { body: anAnswer({ versions, cinemas }) };
  const element = place();
  await eventually(() => expect(texts(element, ".chip")).toEqual(["DF", "OmU"]));
  tap(element, ".chip");
  await eventually(() => expect(texts(element, ".cinema-name")).toEqual(["B"]));
  expect(inside(element, ".chip").map((chip) => chip.getAttribute("aria-pressed"))).toEqual(["true", "false"]);
  expect(service.asked).toHaveLength(1);
});

test("a version chosen for one film does not hide the next one", async () => {
  const versions = { OmU·en·de: aVersion(), OV: aVersion({ label: "OV", subtitles: [] }) };
  service.reply = (question) => {
    const isFirst = question.searchParams.get("film") === "red-rocket";
    const screenings = isFirst ? [aScreening(), aScreening({ version: "OV" })] : [aScreening()];
    return { body: anAnswer({ versions, cinemas: [showing({}, screenings)] }) };
  };
  const element = place();
  await eventually(() => expect(inside(element, ".chip")).toHaveLength(2));
  tap(element, ".chip");
  element.film = "tangerine";
  await eventually(() => expect(texts(element, ".ticket .version")).toEqual(["OmU"]));
});

test("a screening says what it is: struck when cancelled, no link when sold out, never a link to a script", async () => {
  const booking_url = "https://tickets.example/1";
  const screenings = [
    aScreening({ id: "1", booking_url, formats: ["35mm"], auditorium: "Kino 2" }),
    aScreening({ id: "2", booking_url, status: "sold-out" }),
    aScreening({ id: "3", booking_url, status: "cancelled" }),
    aScreening({ id: "4", booking_url: "javascript:alert(1)" }),
    aScreening({ id: "5", starts_at: "2026-11-23T00:30:00+01:00" }),
  ];
  service.reply = { body: anAnswer({ cinemas: [showing({ website: "javascript:alert(1)" }, screenings)] }) };
  const element = place();
  await eventually(() => expect(inside(element, ".ticket")).toHaveLength(5));
  expect(inside(element, "a").map((link) => link.getAttribute("href"))).toEqual([booking_url]);
  expect(texts(element, ".sold-out .state")).toEqual(["ausverkauft"]);
  expect(texts(element, ".cancelled s")).toEqual(["20:15"]);
  expect(texts(element, ".night")).toEqual(["(nachts)"]);
  expect(texts(element, ".format").map((text) => text.replace("\u00a0", " "))).toEqual(["35 mm"]);
});

test("without a film each screening names its own: a double feature both, a sneak its title", async () => {
  const films = {
    "red-rocket": { slug: "red-rocket", title: "Red Rocket", titles: {}, year: 2021, minutes: 130 },
    tangerine: { slug: "tangerine", title: "Tangerine", titles: {}, year: 2015, minutes: 88 },
  };
  const screenings = [
    aScreening({ id: "1", films: ["red-rocket", "tangerine"] }),
    aScreening({ id: "2", films: [], title: "Sneak Preview" }),
  ];
  service.reply = { body: anAnswer({ films, cinemas: [showing({}, screenings)] }) };
  const element = place("");
  await eventually(() => expect(texts(element, ".title")).toEqual(["Red Rocket + Tangerine", "Sneak Preview"]));
  expect(inside(element, ".title a")[1]?.getAttribute("href")).toBe(`${service.origin}/films/tangerine?lang=de`);
});

test("a long programme folds after the first few", async () => {
  const screenings = Array.from({ length: 9 }, (_, index) => aScreening({ id: String(index) }));
  service.reply = { body: anAnswer({ cinemas: [showing({}, screenings)] }) };
  const element = place();
  await eventually(() => expect(texts(element, "summary")).toEqual(["4 weitere Vorstellungen"]));
  expect(inside(element, ".cinema > .days .tickets > .ticket")).toHaveLength(5);
});

test("another film is another question, and more cinemas or days widen it", async () => {
  service.reply = { body: anAnswer({ total_cinemas: 40 }) };
  const element = place();
  await eventually(() => expect(inside(element, "[part=more-days]")).toHaveLength(1));
  element.film = "tangerine";
  await eventually(() => expect(service.asked.at(-1)).toBe("/api/v1/showtimes?film=tangerine&limit=10"));
  await eventually(() => expect(inside(element, "[part=more-cinemas]")).toHaveLength(1));
  tap(element, "[part=more-cinemas]");
  await eventually(() => expect(service.asked.at(-1)).toBe("/api/v1/showtimes?film=tangerine&limit=20"));
  tap(element, "[part=more-days]");
  await eventually(() =>
    expect(decodeURIComponent(service.asked.at(-1) ?? "")).toContain("until=2026-12-01T05:00:00+01:00"),
  );
});

test("it speaks the language of what surrounds it", async () => {
  document.body.innerHTML = `<div lang="en-GB"><kinonah-showtimes src="${service.origin}"></kinonah-showtimes></div>`;
  const element = document.querySelector("kinonah-showtimes") as KinonahShowtimes;
  await element.updateComplete;
  expect(texts(element, ".locate")).toEqual(["My location"]);
});
