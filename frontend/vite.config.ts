/** How the web part is built: two files under stable names, because the server adds the hash to their address itself. */
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** The widget is loaded by strangers' pages on mobile networks, so the build fails when it outgrows this. */
const WIDGET_LIMIT_BYTES = 40_000;

function reportSize(): Plugin {
  return {
    name: "kinonah-report-size",
    apply: "build",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        const bytes = gzipSync(file.type === "chunk" ? file.code : file.source).length;
        this.info(`${file.fileName}: ${bytes} bytes gzipped`);
        if (file.fileName === "widget.js" && bytes > WIDGET_LIMIT_BYTES) {
          this.error(`widget.js is ${bytes} bytes gzipped, more than ${WIDGET_LIMIT_BYTES}`);
        }
      }
    },
  };
}

/** Templates and styles are indented for who reads them; browsers need no more than one space, and in styles fewer. */
function squeezeTemplates(): Plugin {
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
          .replace(/;}/g, "}"),
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
  plugins: [squeezeTemplates(), reportSize()],
  publicDir: false,
  build: {
    outDir: "../service/pages/static",
    emptyOutDir: true,
    modulePreload: false,
    rolldownOptions: {
      input: { widget: "src/elements/widget.ts", pages: "src/styles/pages.css" },
      output: { entryFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
  test: { include: ["tests/**/*.test.ts"] },
});
