/** The reference says all that there is, and docs/widget.md is what the sources say. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
// @ts-expect-error: a script without types
import { current, manifest } from "../reference.mjs";

const folder = new URL("../src/elements/", import.meta.url);
const sources = readdirSync(folder)
  .map((name) => readFileSync(new URL(name, folder), "utf8").replace(/\/\*\*.*?\*\//gs, ""))
  .join("\n");
const found = (pattern: RegExp) => [...new Set([...sources.matchAll(pattern)].map(([, name]) => name))].sort();
const names = (all: { name: string; description?: string }[]) =>
  all
    .filter(({ description }) => description)
    .map(({ name }) => name)
    .sort();
const element = manifest();

test("the document is current: npm run reference", () => {
  expect(readFileSync(new URL("../../docs/widget.md", import.meta.url), "utf8")).toBe(current(element));
});

test("every part, event and custom property has its line", () => {
  expect(names(element.cssParts)).toEqual(found(/(?:\bpart="|quiet\(")([a-z-]+)"/g));
  expect(names(element.cssProperties)).toEqual(found(/(--kinonah-[a-z-]+)/g));
  expect(names(element.events)).toEqual(found(/emit\("([a-z-]+)"/g));
});
