import { expect, it } from 'vitest';
import type { Answer } from '../../support/request';
import { registerAdmin, tokenOf } from '../support/accounts';
import { expectFlat } from '../support/expect-answer';
import type { SampleApp } from '../support/sample-app';

const PATH = '/api/v1/sessions';

const header = ({ headers }: Answer, name: string): number => Number(headers.get(name));

export function entryguardLimitsRows(app: () => SampleApp): void {
  it('E10 admits sixty sessions a minute, counts down and then asks to wait', async () => {
    const token = await registerAdmin(app());
    const open = (): Promise<Answer> => app().send(PATH, { token, body: { durationHours: 2 } });
    const remaining: number[] = [];
    for (let count = 0; count < 60; count++) {
      const answer = await open();
      expect(answer.status).toBe(201);
      remaining.push(header(answer, 'x-ratelimit-remaining'));
    }
    expect(remaining).toStrictEqual(Array.from({ length: 60 }, (_, index) => 59 - index));

    const nowSeconds = Date.now() / 1000;
    const refused = await open();
    expectFlat(refused, {
      status: 429,
      message: 'Rate limit exceeded. Please try again later.',
      path: PATH,
    });
    expect(header(refused, 'x-ratelimit-limit')).toBe(60);
    expect(header(refused, 'x-ratelimit-remaining')).toBe(0);
    const reset = header(refused, 'x-ratelimit-reset');
    expect(reset).toBeGreaterThan(nowSeconds);
    expect(reset).toBeLessThanOrEqual(nowSeconds + 61);
    const waitSeconds = header(refused, 'retry-after');
    expect(waitSeconds).toBeGreaterThan(0);
    expect(Math.abs(reset - nowSeconds - waitSeconds)).toBeLessThanOrEqual(1);
  });

  it('E10 counts each user for itself', async () => {
    const [one, other] = [await registerAdmin(app()), await registerAdmin(app())];
    const open = (token: string): Promise<Answer> =>
      app().send(PATH, { token, body: { durationHours: 2 } });
    expect(header(await open(one), 'x-ratelimit-remaining')).toBe(59);
    expect(header(await open(one), 'x-ratelimit-remaining')).toBe(58);
    expect(header(await open(other), 'x-ratelimit-remaining')).toBe(59);
  });

  it('E12 answers a bug with one safe sentence and writes the truth, less its password, to the log', async () => {
    const path = `${PATH}/simulate-failure`;
    const token = await tokenOf(app(), 'user@acme.test');
    // The type of a body that is not there is no failure, on neither adapter.
    const headers = { 'content-type': 'application/json' };
    const answer = await app().send(path, { token, headers, method: 'POST' });
    expectFlat(answer, {
      status: 500,
      message: 'An unexpected error occurred. Please try again later.',
      path,
    });
    expect(JSON.stringify([...answer.headers])).not.toContain('db.internal');
    await expect.poll(() => app().log).toContain(answer.headers.get('x-trace-id'));
    expect(app().log).toMatch(/connect ECONNREFUSED postgres:.*@db\.internal:5432/);
    expect(app().log).not.toContain('s3cret');
  });
}
