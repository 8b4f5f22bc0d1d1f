/** What stands in a page itself, before the widget: one script of its own, so that neither shares a file with the other. */
import { defineConfig } from "vite";

export default defineConfig({
  publicDir: false,
  build: {
    outDir: "../service/pages/static",
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: {
      input: { ahead: "src/ahead/ahead.ts" },
      output: { format: "iife", entryFileNames: "[name].js" },
    },
  },
});
