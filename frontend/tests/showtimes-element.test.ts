// @vitest-environment happy-dom
/** The element as a reader meets it: tapped, refused, offline, empty; and what it never gives away. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KinonahShowtimes } from "../src/elements/kinonah-showtimes.ts";
import { anAnswer, aScreening, aVersion, showing } from "./factories.ts";
import { onDevice, type Service, startService, walk } from "./outside.ts";

customElements.define("kinonah-showtimes", KinonahShowtimes);

const EXACT = { latitude: 52.4977314, longitude: 13.4231173, accuracy: 25 };
let service: Service;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-22T17:00:00Z") });
  service = await startService();
  // The page is the service's own: this DOM asks strangers' servers for leave more often than browsers do.
  (window as unknown as { happyDOM: { setURL: (address: string) => void } }).happyDOM.setURL(service.origin);
  service.reply = { body: anAnswer() };
  onDevice(EXACT);
});

afterEach(async () => {
  document.body.replaceChildren();
  await service.close();
  vi.useRealTimers();
});

/** With children on a page of ours, else on somebody's. */
function place(attributes = 'film="red-rocket"', children = ""): KinonahShowtimes {
  const own = children ? "address-bar" : "";
  document.body.innerHTML = `<kinonah-showtimes lang="de" src="${service.origin}" ${own} ${attributes}>${children}</kinonah-showtimes>`;
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
  await eventually(() => expect(texts(element, ".failure .hint")).toEqual(["So geht das nicht.", "Kein Film „x“."]));
});

test("no network is said, and never a dead end", async () => {
  await service.close();
  const element = place();
  await eventually(() => expect(texts(element, "[role=alert]")[0]).toContain("Keine Verbindung zum Programm."));
  expect(inside(element, "[part=try-again]")).toHaveLength(1);
});

test("an empty answer names its window and shows the alternative", async () => {
  const alternative = {
    relaxed: ["version", "until"],
    cinema: showing().cinema,
    distance_m: null,
    screening: aScreening({ programme_on: "2026-11-26" }),
  };
  service.reply = { body: anAnswer({ cinemas: [], alternative }) };
  const element = place();
  await eventually(() => expect(texts(element, ".empty-words")[0]).toContain("Bis einschließlich Mo 23.11."));
  expect(texts(element, ".alternative-name")).toEqual(["Die nächste Möglichkeit – anders: Fassung"]);
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
  await eventually(() => expect(inside(element, "[part=filter]")).toHaveLength(1));
  tap(element, "[part=filter]");
  await eventually(() => expect(texts(element, ".group[aria-label=Fassung] .chip")).toEqual(["DF 1", "OmU 1"]));
  tap(element, ".group[aria-label=Fassung] .chip");
  await eventually(() => expect(texts(element, ".cinema-name")).toEqual(["B"]));
  const chips = inside(element, ".group[aria-label=Fassung] .chip");
  expect(chips.map((chip) => chip.getAttribute("aria-pressed"))).toEqual(["true", "false"]);
  expect(service.asked.join()).not.toContain("version=");
});

test("where a filter leaves nothing, the server is asked what there is instead", async () => {
  const alternative = { relaxed: ["version"], cinema: showing().cinema, distance_m: null, screening: aScreening() };
  const empty = { sentence: { de: "Keine OV heute.", en: "No OV today." }, alternatives: [alternative] };
  service.reply = (question) => ({
    body: question.searchParams.has("understands") ? anAnswer({ cinemas: [], alternative, empty }) : anAnswer(),
  });
  const element = place('film="red-rocket" understands="ko"');
  await eventually(() => expect(texts(element, ".empty-words")).toEqual(["Keine OV heute."]));
  expect(texts(element, ".alternative .cinema-name")).toEqual(["Moviemento"]);
});

test("a version chosen for one film does not hide the next one", async () => {
  const versions = { OmU·en·de: aVersion(), OV: aVersion({ label: "OV", subtitles: [] }) };
  service.reply = (question) => {
    const isFirst = question.searchParams.get("film") === "red-rocket";
    const screenings = isFirst ? [aScreening(), aScreening({ version: "OV" })] : [aScreening()];
    return { body: anAnswer({ versions, cinemas: [showing({}, screenings)] }) };
  };
  const element = place();
  await eventually(() => tap(element, "[part=filter]"));
  await eventually(() => tap(element, ".group[aria-label=Fassung] .chip"));
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
  expect(inside(element, ".ticket a").map((link) => link.getAttribute("href"))).toEqual([booking_url]);
  expect(texts(element, ".sold-out .state")).toEqual(["ausverkauft"]);
  expect(texts(element, ".cancelled s")).toEqual(["20:15"]);
  expect(texts(element, ".facts").join()).toContain("nachts");
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
  await eventually(() => tap(element, "[part=view]:last-child"));
  await eventually(() => expect(texts(element, ".title")).toEqual(["Red Rocket + Tangerine", "Sneak Preview"]));
  expect(inside(element, ".title a")[1]?.getAttribute("href")).toBe(`${service.origin}/films/tangerine?lang=de`);
});

test("a long programme folds after the first few", async () => {
  const screenings = Array.from({ length: 9 }, (_, index) => aScreening({ id: String(index) }));
  service.reply = { body: anAnswer({ cinemas: [showing({}, screenings)] }) };
  const element = place();
  await eventually(() => expect(texts(element, "summary")).toContain("3 weitere"));
  expect(inside(element, ".cinema > .tickets > .ticket")).toHaveLength(6);
});

test("another film is another question, and more cinemas widen it", async () => {
  service.reply = { body: anAnswer({ total_cinemas: 40 }) };
  const element = place();
  await eventually(() => expect(inside(element, "[part=more]")).toHaveLength(1));
  element.film = "tangerine";
  await eventually(() => expect(service.asked).toContain("/api/v1/showtimes?film=tangerine&limit=10"));
  await eventually(() => expect(inside(element, "[part=more]")).toHaveLength(1));
  tap(element, "[part=more]");
  await eventually(() => expect(service.asked).toContain("/api/v1/showtimes?film=tangerine&limit=20"));
});

test("who listens hears time, version, cinema and distance in one sentence", async () => {
  const cinemas = [showing({ lat: 52.4977314, lon: 13.4511 })];
  service.reply = { body: anAnswer({ cinemas }) };
  const element = place('film="red-rocket"');
  await element.locate();
  await eventually(() => tap(element, "[part=view]:last-child"));
  await eventually(() =>
    expect(texts(element, ".line .unseen")).toEqual([
      "20:15, Original mit deutschen Untertiteln, Moviemento, 1,9 Kilometer",
    ]),
  );
});

test("what may be understood stands apart from what is", async () => {
  const versions = {
    OmU·en·de: aVersion(),
    DF: aVersion({ label: "DF", audio: ["de"], is_original: false, subtitles: [] }),
    "?": aVersion({ label: "", audio: ["und"], is_original: null, subtitles: null }),
  };
  const screenings = Object.keys(versions).map((version, index) => aScreening({ id: String(index), version }));
  service.reply = { body: anAnswer({ versions, cinemas: [showing({}, screenings)] }) };
  const element = place('film="red-rocket" understands="en"');
  await eventually(() => expect(texts(element, "h3.apart")).toEqual(["Vielleicht: Sprache nicht angegeben"]));
  expect(texts(element, "[part=version]")).toEqual(["OmU", "Fassung nicht angegeben"]);
});

test("what has begun folds away", async () => {
  const screenings = [aScreening({ id: "1", starts_at: "2026-11-22T17:30:00+01:00" }), aScreening({ id: "2" })];
  service.reply = { body: anAnswer({ cinemas: [showing({}, screenings)] }) };
  const element = place();
  await eventually(() => expect(texts(element, ".begun summary")).toEqual(["Schon begonnen (1)"]));
  expect(texts(element, ".tickets time")).toEqual(["20:15"]);
});

test("the list follows who walks, but not while a finger is on the screen", async () => {
  const [west, east] = [
    showing({ slug: "w", name: "West", lat: 52.5, lon: 13.42 }),
    showing({ slug: "e", name: "Ost", lat: 52.5, lon: 13.43 }),
  ];
  service.reply = { body: anAnswer({ cinemas: [west, east] }) };
  onDevice({ latitude: 52.5, longitude: 13.4212, accuracy: 10 });
  const element = place(undefined, programme);
  await element.locate();
  await eventually(() => expect(texts(element, ".cinema-name")).toEqual(["West", "Ost"]));
  walk({ latitude: 52.5, longitude: 13.4288, accuracy: 10 });
  await eventually(() => expect(texts(element, ".cinema-name")).toEqual(["Ost", "West"]));
  window.dispatchEvent(new Event("pointerdown"));
  walk({ latitude: 52.5, longitude: 13.4212, accuracy: 10 });
  await eventually(() => expect(inside(element, ".moved")).toHaveLength(1));
  expect(texts(element, ".cinema-name")).toEqual(["Ost", "West"]);
  window.dispatchEvent(new Event("pointerup"));
  tap(element, ".moved");
  await eventually(() => expect(texts(element, ".cinema-name")).toEqual(["West", "Ost"]));
  expect(inside(element, ".moved")).toHaveLength(0);
});

test("a position that was granted before is used without a tap, and a refusal without a word", async () => {
  onDevice(EXACT, true, true);
  const element = place(undefined, programme);
  await eventually(() => expect(inside(element, ".distance")).toHaveLength(1));
  onDevice({ code: 1 }, true, true);
  const other = place(undefined, programme);
  await eventually(() => expect(inside(other, "slot")).toHaveLength(1));
  expect(inside(other, "[role=alert]")).toHaveLength(0);
});

const kreuzberg = {
  name: "Kreuzberg",
  kind: "neighbourhood",
  context: "Berlin",
  lat: 52.4977,
  lon: 13.4035,
  accuracy_m: 1500,
  area: null,
};
const withPlaces = (question: URL) => ({
  body: question.pathname.endsWith("/places")
    ? { places: [kreuzberg] }
    : question.pathname.endsWith("/films")
      ? { films: [] }
      : anAnswer(),
});

async function type(element: KinonahShowtimes, text: string, ...keys: string[]): Promise<void> {
  const input = inside(element, "[role=combobox]")[0] as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await eventually(() => expect(inside(element, "[role=option]").length).toBeGreaterThan(0));
  for (const key of keys) input.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

test("a typed place takes the position's place, by keyboard alone", async () => {
  service.reply = withPlaces;
  const element = place(undefined, programme);
  await element.updateComplete;
  await type(element, "Kreuzbreg", "ArrowDown");
  await eventually(() => expect(inside(element, "[aria-selected=true]")).toHaveLength(1));
  const input = inside(element, "[role=combobox]")[0];
  expect(input?.getAttribute("aria-activedescendant")).toBe(inside(element, "[aria-selected=true]")[0]?.id);
  await type(element, "Kreuzbreg", "ArrowDown", "Enter");
  await eventually(() => expect(texts(element, ".hint").join()).toContain("Luftlinie ab Kreuzberg."));
  expect(service.asked).toContain("/api/v1/showtimes?lat=52.50&lon=13.40&accuracy_m=5000&film=red-rocket&limit=10");
});

test("an address with a number is in no address bar and no log: it goes by POST, and only when the reader is done", async () => {
  service.reply = withPlaces;
  const element = place(undefined, programme);
  await element.updateComplete;
  const input = inside(element, "[role=combobox]")[0] as HTMLInputElement;
  input.value = "Oranienstr. 25";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  await eventually(() => expect(texts(element, ".hint").join()).toContain("Luftlinie ab Kreuzberg."));
  expect(service.asked.filter((address) => address.includes("places"))).toEqual(["/api/v1/places"]);
});

test("an address that nobody can look up says so in the server's words", async () => {
  const problem = "Straßen und Hausnummern kennt diese Installation nicht.";
  service.reply = (question) => ({
    body: question.pathname.endsWith("/places") ? { places: [], attribution: null, problem } : { films: [], areas: [] },
  });
  const element = place(undefined, programme);
  await element.updateComplete;
  await type(element, "Oranienstr. 25", "ArrowDown", "Enter");
  await eventually(() => expect(texts(element, "[role=alert]")[0]).toContain(problem));
});

test("a place on the element needs no position", async () => {
  service.reply = withPlaces;
  const element = place('film="red-rocket" place="10967"');
  await eventually(() => expect(inside(element, ".distance")).toHaveLength(1));
  expect(service.asked[0]).toBe("/api/v1/places?q=10967&lang=de");
});

test("a page of ours has the view in its address, and back takes it back; nobody else's page has", async () => {
  const element = place('film="red-rocket" address-bar');
  await eventually(() => tap(element, "[part=view]:last-child"));
  expect(location.search).toBe("?view=time");
  const foreign = place();
  await eventually(() => tap(foreign, "[part=view]:last-child"));
  await eventually(() => expect(inside(foreign, ".times")).toHaveLength(1));
  expect(location.search).toBe("?view=time");
});

test("a shared address opens the same view", async () => {
  (window as unknown as { happyDOM: { setURL: (address: string) => void } }).happyDOM.setURL(
    `${service.origin}/?view=cinemas&on=2026-11-23&version=OmU&utm=x`,
  );
  const element = place("address-bar", programme);
  await eventually(() => expect(service.asked).toContain("/api/v1/showtimes?on=2026-11-23&limit=10"));
  await eventually(() => expect(texts(element, "[part=view][aria-pressed=true]")).toEqual(["Kinos"]));
  expect(location.search).toContain("utm=x");
});

test("nothing is remembered without a tick, and then no position", async () => {
  service.reply = withPlaces;
  const element = place('film="red-rocket" place="Kreuzberg"');
  await eventually(() => tap(element, "[part=filter]"));
  expect(localStorage.length).toBe(0);
  const tick = await vi.waitFor(() => inside(element, "[type=checkbox]")[0] as HTMLInputElement);
  tick.click();
  await eventually(() => expect(localStorage.getItem("kinonah")).toBe('{"understands":[],"place":"Kreuzberg"}'));
  tick.click();
  await eventually(() => expect(localStorage.length).toBe(0));
});

test("a silent search for the position moves nothing, and promises no question of the browser's", async () => {
  onDevice("silent", true, true);
  const element = place(undefined, programme);
  await eventually(() => expect(texts(element, ".locate")).toEqual(["Standort wird gesucht …"]));
  expect(texts(element, ".location > .hint:not([role])")).toEqual(["Deine genaue Position bleibt auf deinem Gerät."]);
  expect(inside(element, "[part=cancel]")).toHaveLength(0);
});

test("by time, the first lines that are drawn are the first of all cinemas", async () => {
  const at = (hour: number) => aScreening({ id: `s${hour}`, starts_at: `2026-11-22T${hour}:00:00+01:00` });
  const cinemas = [23, 22, 21, 20, 19].map((hour) => showing({ slug: `cinema-${hour}` }, [at(hour)]));
  service.reply = { body: anAnswer({ cinemas }) };
  history.replaceState(null, "", "?view=time");
  const element = place('film="red-rocket" address-bar');
  await new Promise((resolve) => element.addEventListener("kinonah-shown", resolve, { once: true }));
  await element.updateComplete;
  expect(texts(element, ".list .clock")[0]).toBe("19:00");
});

test("five elements on a page ask once", async () => {
  document.body.innerHTML =
    `<kinonah-showtimes lang="de" src="${service.origin}" cinema="moviemento"></kinonah-showtimes>`.repeat(5);
  await eventually(() => {
    for (const element of document.querySelectorAll("kinonah-showtimes"))
      expect(inside(element as KinonahShowtimes, ".line")).toHaveLength(1);
  });
  expect(service.asked).toHaveLength(1);
});

test("one tap is enough for all elements of a page", async () => {
  document.body.innerHTML =
    `<kinonah-showtimes lang="de" src="${service.origin}" film="red-rocket"></kinonah-showtimes>`.repeat(3);
  const [first, ...others] = [...document.querySelectorAll("kinonah-showtimes")] as KinonahShowtimes[];
  await eventually(() => expect(service.asked.length).toBeGreaterThan(0));
  await first?.locate();
  for (const other of others) await eventually(() => expect(inside(other, ".distance")).toHaveLength(1));
  expect(new Set(service.asked).size).toBe(service.asked.length);
});

test("it speaks the language of what surrounds it", async () => {
  document.body.innerHTML = `<div lang="en-GB"><kinonah-showtimes src="${service.origin}"></kinonah-showtimes></div>`;
  const element = document.querySelector("kinonah-showtimes") as KinonahShowtimes;
  await element.updateComplete;
  expect(texts(element, ".locate")).toEqual(["My location"]);
});
