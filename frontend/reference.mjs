/** Writes the reference of the element in docs/widget.md from what its sources say of it: `npm run reference`. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const DOCUMENT = new URL("../docs/widget.md", import.meta.url);
const [BEGIN, END] = ["<!-- reference: npm run reference -->", "<!-- end of reference -->"];

/** The custom-elements manifest (https://custom-elements-manifest.open-wc.org) of the element's class. */
export function manifest() {
  const folder = mkdtempSync(`${HERE}/node_modules/.manifest-`);
  const analyzer = `${HERE}/node_modules/@custom-elements-manifest/analyzer/cem.js`;
  const sources = ["src/elements/kinonah-showtimes.ts", "src/elements/template-element.ts"];
  try {
    const outdir = ["--outdir", relative(HERE, folder), "--quiet"];
    execFileSync(process.execPath, [analyzer, "analyze", "--litelement", "--globs", ...sources, ...outdir], { cwd: HERE });
    const { modules } = JSON.parse(readFileSync(`${folder}/custom-elements.json`, "utf8"));
    return modules.flatMap(({ declarations }) => declarations).find(({ name }) => name === "KinonahShowtimes");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** docs/widget.md as it should be. */
export function current(element) {
  const document = readFileSync(DOCUMENT, "utf8");
  const [before, rest] = document.split(BEGIN);
  return `${before}${BEGIN}\n${reference(element)}\n${END}${rest.split(END)[1]}`;
}

function reference(element) {
  const methods = element.members.filter(({ name }) => ["locate", "refresh"].includes(name));
  return [
    table("Attribute", told(element.attributes), ({ name }) => name),
    table("Method", methods, ({ name }) => `${name}()`),
    table("Event", told(element.events), ({ name }) => name),
    table("Part", element.cssParts, ({ name }) => name),
    table("Custom property", element.cssProperties, ({ name }) => name),
  ].join("\n\n");
}

/** Not what the analyzer makes of the code by itself. */
const told = (all) => all.filter(({ description }) => description);

function table(heading, rows, nameOf) {
  const lines = rows.map((row) => `| \`${nameOf(row)}\` | ${row.description.replace(/\s*\n\s*/g, " ")} |`);
  return [`| ${heading} | |`, "|---|---|", ...lines].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeFileSync(DOCUMENT, current(manifest()));
