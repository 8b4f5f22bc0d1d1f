/** How the web part is built: two files under stable names, because the server adds the hash to their address itself. */
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** The widget is loaded by strangers' pages on mobile networks, so the build fails when it outgrows this. */
const WIDGET_LIMIT_BYTES = 30_000;

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

export default defineConfig({
  plugins: [reportSize()],
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
