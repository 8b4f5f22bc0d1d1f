/** `/embed.js`, for the page around a frame: makes each of our frames as high as it says it is. */

const MOST_PX = 20_000;
const own = new URL(import.meta.url).origin;

addEventListener("message", ({ origin, source, data }) => {
  if (origin !== own || data?.type !== "kinonah-height" || !(data.height > 0)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.style.height = `${Math.min(data.height, MOST_PX)}px`;
  }
});
