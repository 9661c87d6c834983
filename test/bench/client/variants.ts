import { createClient } from 'nestjs-errors/client';

type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** Gets a document as parsed JSON. */
export type Get = () => Promise<unknown>;

export const variantNames = ['fetch', 'api.get', 'api.fetch', 'ky', 'ofetch'] as const;
export type Variant = (typeof variantNames)[number];

/** The same request through each client, each with its defaults. */
export async function createVariants(url: string, fetch: Fetch): Promise<Record<Variant, Get>> {
  const { default: ky } = await import('ky');
  const { createFetch } = await import('ofetch');
  const api = createClient({ baseUrl: url, fetch });
  const throughKy = ky.create({ fetch: fetch as typeof globalThis.fetch });
  const throughOfetch = createFetch({ fetch: fetch as typeof globalThis.fetch });
  const address = `${url}/document`;
  return {
    fetch: async () => (await fetch(address)).json(),
    'api.get': () => api.get('/document'),
    'api.fetch': async () => (await api.fetch(address)).json(),
    ky: () => throughKy.get(address).json(),
    ofetch: () => throughOfetch(address),
  };
}
