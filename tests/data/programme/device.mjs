// The device's own functions at the end of a pipe: a JSON line in is a question to them, a JSON line out the answer.
import { createInterface } from "node:readline";
import { coarsen } from "../../../frontend/src/finder/coarsen.ts";
import { nearest } from "../../../frontend/src/finder/nearest.ts";

const reply = {
  coarsen: ({ exact }) => coarsen(exact),
  nearest: ({ answer, exact, limit }) =>
    nearest(answer.cinemas, exact, limit).map(({ cinema, distance_m }) => [cinema.slug, distance_m]),
};

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(reply[asked.ask](asked))}\n`);
}
