import { createClient } from 'nestjs-errors/client';

/** Gets a document as parsed JSON. */
export type Get = () => Promise<unknown>;

export const variantNames = ['fetch', 'api.get', 'api.fetch', 'ky', 'ofetch'] as const;
export type Variant = (typeof variantNames)[number];

/** The same request through each client, each with its defaults and the global `fetch` of now. */
export async function createVariants(url: string): Promise<Record<Variant, Get>> {
  const { default: ky } = await import('ky');
  const { createFetch } = await import('ofetch');
  const { fetch } = globalThis;
  const api = createClient({ baseUrl: url });
  const throughKy = ky.create({ fetch });
  const throughOfetch = createFetch({ fetch });
  const address = `${url}/document`;
  return {
    fetch: async () => (await fetch(address)).json(),
    'api.get': () => api.get('/document'),
    'api.fetch': async () => (await api.fetch(address)).json(),
    ky: () => throughKy.get(address).json(),
    ofetch: () => throughOfetch(address),
  };
}
