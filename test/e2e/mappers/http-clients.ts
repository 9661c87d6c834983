import { get, type IncomingMessage } from 'node:http';
import axios from 'axios';
import got from 'got';
import { Agent, interceptors, request } from 'undici';
import { CANARY } from './failure-row';
import type { HttpClient } from './http-client-rows';

/** Long enough to be sent, too short to be answered by who never answers. */
const HASTE_MS = 50;

export const fetchClient: HttpClient = {
  source: 'fetch',
  call: async (url) => (await fetch(url, { headers: { authorization: CANARY } })).text(),
  callInHaste: async (url) => (await fetch(url, { signal: AbortSignal.timeout(HASTE_MS) })).text(),
};

/** What code around fetch does with an answer that it does not like. */
export const thrownResponse = {
  source: 'fetch, its Response thrown',
  call: async (url: string) => {
    throw await fetch(url);
  },
};

/** As ky and ofetch do. */
export const errorWithResponse = {
  source: 'an error that bears a Response',
  call: async (url: string) => {
    const response = await fetch(url);
    throw Object.assign(new Error(`GET ${url} ${CANARY}`), { response, status: response.status });
  },
};

/** Its own: Node's copy of undici, which `fetch` brings, would set the one of the whole process. */
const dispatcher = new Agent();

async function undiciText(url: string, options: Parameters<typeof request>[1] = {}) {
  const { body } = await request(url, { dispatcher, ...options });
  return body.text();
}

export const undiciClient: HttpClient = {
  source: 'undici',
  call: undiciText,
  callInHaste: (url) => undiciText(url, { headersTimeout: HASTE_MS, bodyTimeout: HASTE_MS }),
};

const strict = new Agent().compose(interceptors.responseError());
const patient = new Agent().compose(interceptors.retry({ maxRetries: 0 }));

export const undiciResponseError = {
  source: 'undici, responseError()',
  call: (url: string) => undiciText(url, { dispatcher: strict }),
};

export const undiciRetry = {
  source: 'undici, retry()',
  call: (url: string) => undiciText(url, { dispatcher: patient }),
};

export const axiosClient: HttpClient = {
  source: 'axios',
  call: (url) => axios.get(url, { headers: { authorization: CANARY } }),
  callInHaste: (url) => axios.get(url, { timeout: HASTE_MS }),
};

const gotOnce = got.extend({ retry: { limit: 0 }, headers: { authorization: CANARY } });

export const gotClient: HttpClient = {
  source: 'got',
  call: (url) => gotOnce(url),
  callInHaste: (url) => gotOnce(url, { timeout: { request: HASTE_MS } }),
};

function readWhole(url: string, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAnswer = (answer: IncomingMessage) =>
      answer.on('error', reject).on('end', resolve).resume();
    get(url, { ...(signal && { signal }) }, onAnswer).on('error', reject);
  });
}

export const nodeClient: HttpClient = {
  source: 'node:http',
  call: (url) => readWhole(url),
  callInHaste: (url) => readWhole(url, AbortSignal.timeout(HASTE_MS)),
};
