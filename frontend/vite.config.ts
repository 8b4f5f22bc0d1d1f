/** How the web part is built: files under stable names, because the server adds the hash to their address itself. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** The widget is loaded by strangers' pages on mobile networks, so the build fails when it outgrows this. */
const WIDGET_LIMIT_BYTES = 20_000;

/** Writes what is served beside each file, as small as it gets (RFC 7932, RFC 1952), and holds the widget to its limit. */
function compress(): Plugin {
  return {
    name: "kinonah-compress",
    apply: "build",
    async writeBundle({ dir }, bundle) {
      for (const file of Object.values(bundle)) {
        const bytes = Buffer.from(file.type === "chunk" ? file.code : file.source);
        const [brotli, gzip] = [brotliCompressSync(bytes), gzipSync(bytes, { level: 9 })];
        this.info(`${file.fileName}: ${brotli.length} bytes by Brotli, ${gzip.length} by gzip`);
        if (file.fileName === "widget.js" && brotli.length > WIDGET_LIMIT_BYTES) {
          this.error(`widget.js is ${brotli.length} bytes compressed, more than ${WIDGET_LIMIT_BYTES}`);
        }
        await Promise.all([
          writeFile(`${dir}/${file.fileName}.br`, brotli),
          writeFile(`${dir}/${file.fileName}.gz`, gzip),
        ]);
      }
    },
  };
}

/** Released widgets go out as they were: their address and their fingerprint stand on other people's pages for good. */
function keepReleased(): Plugin {
  return {
    name: "kinonah-keep-released",
    apply: "build",
    async generateBundle() {
      for (const name of (await readdir("released")).filter((name) => name.endsWith(".js")))
        this.emitFile({ type: "asset", fileName: `widget/${name}`, source: await readFile(`released/${name}`) });
    },
  };
}

/** Templates and styles are indented for who reads them; browsers need no more than one space, and in styles fewer. */
function squeezeTemplates(): Plugin {
  const names = new Map<string, string>();
  const shortened = (name: string): string => {
    const short = `--${name.slice(0, 2)}`;
    if ((names.get(short) ?? name) !== name) throw new Error(`Two private properties begin alike: ${name}`);
    names.set(short, name);
    return short;
  };
  return {
    name: "kinonah-squeeze-templates",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (!id.includes("/src/elements/")) return null;
      const styles = /\/\* css \*\/ `[^`]*`/g;
      const squeezed = code.replace(styles, (style) =>
        style
          .replace(/\/\*.*?\*\//gs, "")
          .replace(/\s+/g, " ")
          .replace(/\s?([{};,])\s?/g, "$1")
          .replace(/: /g, ":")
          .replace(/;}/g, "}")
          .replace(/(?<=[\s:(,])0\./g, ".")
          // Private to the element, and so frequent that their length tells.
          .replace(/--_([\w-]+)/g, (_, name) => shortened(name)),
      );
      return { code: squeezed, map: null };
    },
    // After minifying, line breaks stand in templates only.
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === "chunk") file.code = file.code.replace(/\n\s*/g, " ").trim();
      }
    },
  };
}

export default defineConfig({
  plugins: [squeezeTemplates(), keepReleased(), compress()],
  publicDir: false,
  build: {
    outDir: "../service/pages/static",
    emptyOutDir: true,
    modulePreload: false,
    rolldownOptions: {
      input: {
        widget: "src/elements/widget.ts",
        embed: "src/embed/host.ts",
        "embed-frame": "src/embed/frame.ts",
        "widget-page": "src/widget-page/widget-page.ts",
        pages: "src/styles/pages.css",
        frame: "src/styles/embed.css",
      },
      output: { entryFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
  test: { include: ["tests/**/*.test.ts"] },
});
