import type { Server } from 'node:http';
import { join } from 'node:path';
import { FieldApi, FormApi } from '@tanstack/react-form';
import { build } from 'esbuild';
import { createClient, fieldErrors, setFormErrors } from 'nestjs-errors/client';
import { chromium } from 'playwright-core';
import { createFormControl } from 'react-hook-form';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, servePage } from './chromium';
import { startFaultServer } from './fault-server';

const priceErrors = ['must be greater than 0', 'must be a whole number'];
const defaultValues = { name: '', items: [{ price: -1 }] };

const servers: Server[] = [];
let api: string;

beforeAll(async () => {
  const faults = await startFaultServer();
  servers.push(faults.server);
  api = faults.url;
});

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const refused = (values: unknown): Promise<unknown> =>
  createClient({ baseUrl: api })
    .post('/invalid-order', values)
    .catch((error: unknown) => error);

describe('A 422 fills a form', () => {
  it('of TanStack Form', async () => {
    const form = new FormApi({ defaultValues });
    form.mount();
    const name = new FieldApi({ form, name: 'name' });
    const price = new FieldApi({ form, name: 'items[0].price' });
    name.mount();
    price.mount();
    form.setErrorMap({ onSubmit: { fields: fieldErrors(await refused(form.state.values)) } });
    expect(name.state.meta.errors).toEqual(['Name is required']);
    expect(price.state.meta.errors).toEqual(priceErrors);
  });

  it('of react-hook-form', async () => {
    const form = createFormControl({ defaultValues });
    setFormErrors(await refused(defaultValues), form.setError);
    expect(form.getFieldState('name').error?.message).toBe('Name is required');
    expect(form.getFieldState('items.0.price').error).toMatchObject({
      type: 'server',
      message: priceErrors[0],
      types: Object.fromEntries(priceErrors.entries()),
    });
  });

  it('of Formik, in Chromium', async ({ skip }) => {
    const executablePath = findChromium();
    if (executablePath === undefined) {
      skip();
      return;
    }
    const { outputFiles } = await build({
      entryPoints: [join(__dirname, 'forms/formik-form.mjs')],
      bundle: true,
      write: false,
      format: 'esm',
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    const { server, url } = await servePage(outputFiles[0]?.text ?? '');
    servers.push(server);
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      const tab = await browser.newPage();
      await tab.goto(url);
      const script = `import('/script.mjs').then(({ submitFormik }) => submitFormik(${JSON.stringify(api)}))`;
      expect(await tab.evaluate(script)).toEqual({
        name: 'Name is required',
        items: [{ price: priceErrors[0] }],
      });
    } finally {
      await browser.close();
    }
  });
});
