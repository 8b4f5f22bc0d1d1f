/** A store locator as map libraries suggest it: a map of all cinemas, and a list of the nearest beside it. */
import { LngLatBounds, Map as MapOfCinemas, Marker } from "./maplibre-gl.mjs";

const HERE = [13.418027, 52.498613];
const STYLE = {
  version: 8,
  sources: {},
  layers: [{ id: "paper", type: "background", paint: { "background-color": "#eee" } }],
};

const server = document.querySelector("#locator").dataset.server;
const { features } = await (await fetch(`${server}/api/v1/cinemas.geojson`)).json();
const map = new MapOfCinemas({ container: "map", style: STYLE, center: HERE, zoom: 11, attributionControl: false });
const bounds = new LngLatBounds();
for (const { geometry } of features) {
  new Marker().setLngLat(geometry.coordinates).addTo(map);
  bounds.extend(geometry.coordinates);
}
map.fitBounds(bounds, { padding: 20, animate: false });

const radians = Math.PI / 180;
const away = ([lon, lat]) => Math.hypot((lon - HERE[0]) * Math.cos(HERE[1] * radians), lat - HERE[1]) * 111.2;
const near = features
  .map(({ geometry, properties }) => ({ name: properties.name, km: away(geometry.coordinates) }))
  .sort((one, other) => one.km - other.km)
  .slice(0, 10);
const list = document.querySelector("#list");
for (const { name, km } of near) {
  const item = document.createElement("li");
  item.className = "distance";
  item.textContent = `${name}, ${km.toFixed(1)} km`;
  list.append(item);
}
