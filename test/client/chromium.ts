import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';

const programs = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) =>
    ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)),
  );

/** Where the browser is; undefined where there is none. */
export function findChromium(): string | undefined {
  const found = process.env['CHROMIUM'] ?? programs.find((path) => existsSync(path));
  if (found !== undefined) return found;
  const text = 'No Chromium here (apt-get install chromium, or CHROMIUM=…): not tested in it.';
  if (process.env['CI'] === 'true') throw new Error(text);
  console.warn(text);
  return undefined;
}

/** Serves an empty page beside one script, `/script.mjs`. */
export async function servePage(script: string): Promise<{ server: Server; url: string }> {
  const server = createServer(({ url }, response) => {
    const isScript = url === '/script.mjs';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><title>page</title>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
