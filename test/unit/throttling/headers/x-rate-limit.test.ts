import { ServerResponse, IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { headerWriter } from '../../../../lib/throttling/headers/header-writer';
import { retryAfterSeconds } from '../../../../lib/throttling/headers/seconds';
import { ratePolicy } from '../../../../lib/throttling/rate-policy';

const writer = headerWriter({ isLegacy: true, ietf: undefined, jitterSeconds: 0 });

function response(headers: Record<string, string> = {}): ServerResponse {
  const created = new ServerResponse(new IncomingMessage(new Socket()));
  for (const [name, value] of Object.entries(headers)) created.setHeader(name, value);
  return created;
}

const policy = ratePolicy({ id: '1', name: 'default', limit: 60, windowMs: 60_000 });
const state = (resetAtMs: number) => ({ policy, remaining: 7, resetAtMs, retryAtMs: undefined });

describe('rate-limit headers', () => {
  it('tell limit, remaining and the reset in whole seconds, rounded up', () => {
    const target = response();
    writer.write(target, [state(1_705_316_399_001)], 0);
    expect({ ...target.getHeaders() }).toEqual({
      'x-ratelimit-limit': 60,
      'x-ratelimit-remaining': 7,
      'x-ratelimit-reset': 1_705_316_400,
    });
  });

  it('keep a reset that lies on a whole second', () => {
    const target = response();
    writer.write(target, [state(1_705_316_400_000)], 0);
    expect(target.getHeader('X-RateLimit-Reset')).toBe(1_705_316_400);
  });

  it.each([
    [10_000, 0, 10],
    [10_001, 0, 11],
    [10_000, 9_999, 1],
    [10_000, 10_000, 1],
    [10_000, 11_000, 1],
    [0.5, 0, 1],
  ])('a wait until %d, seen at %d, is %d seconds', (retryAtMs, nowMs, seconds) => {
    expect(retryAfterSeconds(retryAtMs, nowMs)).toBe(seconds);
  });
});

describe('rate-limit headers and CORS', () => {
  const ORIGIN = { 'Access-Control-Allow-Origin': 'https://app.example' };
  const ALL = 'X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After';

  function exposed(headers: Record<string, string>): unknown {
    const target = response(headers);
    writer.expose(target);
    return target.getHeader('Access-Control-Expose-Headers');
  }

  it('are exposed where the answer may be read', () => {
    expect(exposed(ORIGIN)).toBe(ALL);
  });

  it('are not exposed where it may not', () => {
    expect(exposed({})).toBeUndefined();
  });

  it('join the headers that are exposed already, each once', () => {
    const given = { ...ORIGIN, 'Access-Control-Expose-Headers': 'ETag,retry-after' };
    expect(exposed(given)).toBe(
      'ETag, retry-after, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset',
    );
    expect(exposed({ ...ORIGIN, 'Access-Control-Expose-Headers': ALL })).toBe(ALL);
    expect(exposed({ ...ORIGIN, 'Access-Control-Expose-Headers': '' })).toBe(ALL);
  });
});
