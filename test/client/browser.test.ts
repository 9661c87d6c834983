import type { Server } from 'node:http';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, servePage } from './chromium';
import { startFaultServer } from './fault-server';
import { bundleSuite } from './suite/bundle-suite';
import { cases } from './suite/cases';

const servers: Server[] = [];
let page: string;
let api: string;

beforeAll(async () => {
  const faults = await startFaultServer();
  const pages = await servePage(await bundleSuite());
  servers.push(faults.server, pages.server);
  api = faults.url;
  page = pages.url;
});

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

describe('The client in Chromium', () => {
  it('passes the suite of all runtimes, across origins', async ({ skip }) => {
    const executablePath = findChromium();
    if (executablePath === undefined) {
      skip();
      return;
    }
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      const tab = await browser.newPage();
      await tab.goto(page);
      const script = `import('/script.mjs').then(({ runSuite }) => runSuite(${JSON.stringify(api)}))`;
      const results = await tab.evaluate<Record<string, string>>(script);
      expect(results).toEqual(Object.fromEntries(cases.map(([title]) => [title, ''])));
    } finally {
      await browser.close();
    }
  });
});
