/** The world around the element: a real HTTP server that keeps what it was asked, and a device that says where it is. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Reply {
  status?: number;
  body: unknown;
}

export interface Service {
  origin: string;
  /** The path and query of each question, in order. */
  asked: string[];
  /** What it says next; a function to answer from the question. */
  reply: Reply | ((question: URL) => Reply);
  close: () => Promise<void>;
}

export async function startService(): Promise<Service> {
  const service: Service = { origin: "", asked: [], reply: { body: {} }, close: () => stop(server) };
  const server = createServer((request, response) => {
    const question = new URL(request.url ?? "/", "http://service");
    service.asked.push(request.url ?? "");
    const { status = 200, body } = typeof service.reply === "function" ? service.reply(question) : service.reply;
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  service.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return service;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
}

export type Device = { latitude: number; longitude: number; accuracy: number } | { code: 1 | 2 | 3 } | "silent";

const walkers = new Set<(position: unknown) => void>();

/** The device is somewhere else now; whoever follows it hears so. */
export function walk(coords: { latitude: number; longitude: number; accuracy: number }): void {
  for (const hear of walkers) hear({ coords });
}

/** Puts the reader on a secure page, on a device that knows its position, refuses it, or says nothing at all; gives the wishes it hears. */
export function onDevice(device: Device, isSecure = true, isGranted = false): PositionOptions[] {
  const wishes: PositionOptions[] = [];
  Object.defineProperty(globalThis, "isSecureContext", { value: isSecure, configurable: true });
  const getCurrentPosition = (
    succeed: (position: unknown) => void,
    fail: (error: unknown) => void,
    wish: PositionOptions,
  ) => {
    wishes.push(wish);
    if (device === "silent") return;
    if ("code" in device) fail(device);
    else succeed({ coords: device });
  };
  const watchPosition = (succeed: (position: unknown) => void) => {
    walkers.add(succeed);
    return 1;
  };
  const value = { getCurrentPosition, watchPosition, clearWatch: () => walkers.clear() };
  Object.defineProperty(navigator, "geolocation", { value, configurable: true });
  const query = async () => ({ state: isGranted ? "granted" : "prompt" });
  Object.defineProperty(navigator, "permissions", { value: { query }, configurable: true });
  return wishes;
}
