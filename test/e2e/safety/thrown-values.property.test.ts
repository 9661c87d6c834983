import { Controller, Get } from '@nestjs/common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';
import { CANARY, oddException, unknownValue } from './thrown-value';

const SEED = 20_261_122;
const RUNS = 1_000;
const MAX_BODY_LENGTH = 500_000;

let next: unknown;

@Controller()
class ThrowingController {
  @Get('sync') sync(): never {
    throw next;
  }

  @Get('async') async async(): Promise<never> {
    await Promise.resolve();
    throw next;
  }
}

const controllers = [ThrowingController];
const paths = fc.constantFrom('/sync', '/async');

/** Every run answers, or the property would wait for the time-out of the test. */
const TIMEOUT_MS = 120_000;

describe.each(PLATFORMS)('Whatever is thrown on %s', (_name, create) => {
  it(
    'unknown values are a 500 of which a client learns nothing',
    async () => {
      const { send } = await startApp(create, {
        controllers,
        options: { log: { level: () => 'debug' } },
      });

      await fc.assert(
        fc.asyncProperty(unknownValue, paths, async (value, path) => {
          next = value();
          const { status, headers, body } = await send(path);
          expect(status).toBe(500);
          expect(body).toEqual(
            nestedBody({
              code: 'INTERNAL_ERROR',
              message: 'An unexpected error occurred. Please try again later.',
              path,
            }),
          );
          expect(JSON.stringify([...headers])).not.toContain(CANARY);
        }),
        { seed: SEED, numRuns: RUNS },
      );
    },
    TIMEOUT_MS,
  );

  it.each(['nested', 'flat', 'problem'] as const)(
    'odd exceptions are one valid body of format %s',
    async (format) => {
      const { send } = await startApp(create, { controllers, options: { format, log: false } });

      await fc.assert(
        fc.asyncProperty(oddException, paths, async (value, path) => {
          next = value();
          const { status, body } = await send(path);
          expect(status).toBeGreaterThanOrEqual(200);
          expect(status).toBeLessThan(600);
          if (status === 204 || status === 205 || status === 304) {
            expect(body).toBe('');
            return;
          }
          const members = format === 'nested' ? (body as { error: object }).error : body;
          expect(members).toMatchObject(
            format === 'problem' ? { status, instance: path } : { path },
          );
          expect(JSON.stringify(body).length).toBeLessThan(MAX_BODY_LENGTH);
        }),
        { seed: SEED, numRuns: RUNS / 2 },
      );
    },
    TIMEOUT_MS,
  );
});
