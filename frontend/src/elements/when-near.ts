/** Far down a page an element waits until the reader comes near: who never scrolls there pays for no question. */

/** So near to what is seen that it should be there when the reader is. */
const NEAR_PX = 600;

/** With the attribute `eager` it does not wait. */
export function whenNear(element: Element, gone: AbortSignal, start: () => void): void {
  if (element.hasAttribute("eager") || element.getBoundingClientRect().top < innerHeight + NEAR_PX) {
    start();
    return;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      start();
    },
    { rootMargin: `${NEAR_PX}px` },
  );
  observer.observe(element);
  gone.addEventListener("abort", () => observer.disconnect());
}
