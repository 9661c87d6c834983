import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFaultServer } from './fault-server';
import { bundleSuite } from './suite/bundle-suite';
import { cases } from './suite/cases';

const programs = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) =>
    ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)),
  );
const executablePath = process.env['CHROMIUM'] ?? programs.find((path) => existsSync(path));

const servers: Server[] = [];
let page: string;
let api: string;

beforeAll(async () => {
  const faults = await startFaultServer();
  const suite = await bundleSuite();
  const pages = createServer(({ url }, response) => {
    const isScript = url === '/suite.mjs';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? suite : '<!doctype html><title>suite</title>');
  }).listen(0, '127.0.0.1');
  await once(pages, 'listening');
  servers.push(faults.server, pages);
  api = faults.url;
  page = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
});

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

describe('The client in Chromium', () => {
  it('passes the suite of all runtimes, across origins', async ({ skip }) => {
    if (executablePath === undefined) {
      const text = 'No Chromium here (apt-get install chromium, or CHROMIUM=…): not tested in it.';
      if (process.env['CI'] === 'true') throw new Error(text);
      console.warn(text);
      skip();
      return;
    }
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      const tab = await browser.newPage();
      await tab.goto(page);
      const script = `import('/suite.mjs').then(({ runSuite }) => runSuite(${JSON.stringify(api)}))`;
      const results = await tab.evaluate<Record<string, string>>(script);
      expect(results).toEqual(Object.fromEntries(cases.map(([title]) => [title, ''])));
    } finally {
      await browser.close();
    }
  });
});
