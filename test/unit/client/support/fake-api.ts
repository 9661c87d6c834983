import { type ClientOptions, createClient } from '../../../../lib/client';
import type { ApiFailure } from '../../../../lib/client';
import { VirtualClock } from './virtual-clock';

/** What was sent, once. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

type Answer = Response | Error | 'hang' | ((sent: Sent) => Response | Promise<Response>);

/** A client whose answers are listed; the last one is given again and again. */
export function fakeApi(options: ClientOptions, ...answers: readonly Answer[]) {
  const clock = new VirtualClock();
  const sent: Sent[] = [];
  const waits: number[] = [];
  const fetch = async (input: string | Request, init: RequestInit = {}): Promise<Response> => {
    const request = new Request(input, init);
    const { method, url } = request;
    const headers = Object.fromEntries(request.headers);
    const record = { method, url, headers, body: await request.text() };
    sent.push(record);
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (answer === 'hang') return new Promise(() => {});
    if (answer instanceof Error) throw answer;
    if (typeof answer === 'function') return answer(record);
    return answer === undefined ? new Response() : answer.clone();
  };
  const api = createClient({
    baseUrl: 'https://api.example/v1',
    clock,
    random: () => 1,
    fetch,
    ...options,
    on: {
      ...options.on,
      retry: (event) => {
        waits.push(event.waitMs ?? -1);
        options.on?.retry?.(event);
      },
    },
  });
  return { api, clock, sent, waits };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}

/** An answer in the nested format. */
export function nested(
  status: number,
  code: string,
  details?: unknown,
  headers: Record<string, string> = {},
): Response {
  const timestamp = '2026-01-15T10:00:00.000Z';
  const error = {
    code,
    message: `${code} happened`,
    details,
    timestamp,
    traceId: 'trace-1',
    path: '/v1/x',
    method: 'GET',
  };
  return json({ error }, status, headers);
}

export function bare(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}

/** The failure of a call that must fail. */
export async function failureOf(call: Promise<unknown>): Promise<ApiFailure> {
  return call.then(
    () => {
      throw new Error('It did not fail.');
    },
    (error: unknown) => error as ApiFailure,
  );
}

/** Lets everything else go on, without time that passes. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await Promise.resolve();
}

/** An answer in the flat format. */
export function flat(status: number, message: string, more: object = {}): Response {
  const about = { timestamp: '2026-01-15T10:00:00Z', status, error: 'x', path: '/v1/x' };
  return json({ ...about, message, ...more }, status);
}
