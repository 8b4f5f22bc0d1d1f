// The device's own functions at the end of a pipe: a JSON line in is a question to them, a JSON line out the answer.
import { createInterface } from "node:readline";
import { answerOf } from "../../../frontend/src/api/showtimes.ts";
import { coarsen } from "../../../frontend/src/finder/coarsen.ts";
import { nearestFilms } from "../../../frontend/src/finder/films.ts";
import { nearest } from "../../../frontend/src/finder/nearest.ts";
import { startsOf } from "../../../frontend/src/finder/starts.ts";

const reply = {
  coarsen: ({ exact }) => coarsen(exact),
  nearest: ({ answer, exact, limit }) =>
    nearest(answer.cinemas, exact, limit).map(({ cinema, distance_m }) => [cinema.slug, distance_m]),
  films: ({ answer, exact, limit }) => {
    const { cinemas } = answerOf(answer);
    const starts = startsOf(nearest(cinemas, exact, cinemas.length));
    return nearestFilms(starts, answer.window.from, limit).map(({ film, starts }) => [
      film,
      starts.map(({ screening }) => screening.id),
    ]);
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(reply[asked.ask](asked))}\n`);
}
