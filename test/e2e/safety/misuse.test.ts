import { Controller, Get, HttpException, Param } from '@nestjs/common';
import { type ErrorsModuleOptions, StandardErrors } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';

const CANARY = 'canary-hunter2';

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}

const FRAMING = {
  'Content-Length': '1',
  'Transfer-Encoding': 'chunked',
  'Content-Encoding': 'gzip',
  'Content-Type': 'text/html',
  Trailer: 'X-Late',
  'X-Kept': 'yes',
};

const THROWN: Readonly<Record<string, () => unknown>> = {
  informational: () => new HttpException(CANARY, 100),
  text: () => new HttpException(CANARY, '404' as never),
  none: () => new HttpException({ message: CANARY, secret: CANARY }, undefined as never),
  negative: () => new HttpException(CANARY, -1),
  partial: () => StandardErrors.PARTIAL_SUCCESS(),
  framed: () => StandardErrors.RESOURCE_NOT_FOUND(undefined, { headers: FRAMING }),
  long: () =>
    new HttpException(`${'x'.repeat(7_990)} password=${CANARY} ${'y'.repeat(2_000_000)}`, 404),
  forbidden: () => StandardErrors.PERMISSION_DENIED(undefined, { message: CANARY }),
  collected: () => Object.assign(new Error('It broke'), { errors: revoked() }),
};

@Controller('throw')
class MisusingController {
  @Get(':name') raise(@Param('name') name: string): never {
    throw THROWN[name]?.();
  }
}

const controllers = [MisusingController];
const crash = (path: string) =>
  nestedBody({
    code: 'INTERNAL_ERROR',
    message: 'An unexpected error occurred. Please try again later.',
    path,
  });

describe.each(PLATFORMS)('What an application should not do on %s', (_name, create) => {
  const start = (options: ErrorsModuleOptions = {}) => startApp(create, { controllers, options });

  it.each(['informational', 'text', 'none', 'negative'])(
    'an exception with a status that no answer can have is a plain 500: %s',
    async (name) => {
      const { send } = await start();
      const answer = await send(`/throw/${name}`);
      expect(answer.status).toBe(500);
      expect(answer.body).toEqual(crash(`/throw/${name}`));
    },
  );

  it('success in part that is thrown has rolled back what succeeded: a 500, and the log says why', async () => {
    const { send, logger } = await start();
    const answer = await send('/throw/partial');
    expect(answer.status).toBe(500);
    expect(answer.body).toEqual(crash('/throw/partial'));
    expect(logger.failures[0]?.rest[0]).toMatch(/^Error: PARTIAL_SUCCESS was thrown\. Return /);
  });

  it('headers of an error that are about the body break no answer', async () => {
    const { send } = await start();
    const { status, headers, body } = await send('/throw/framed');
    expect(status).toBe(404);
    expect(body).toMatchObject({ error: { code: 'RESOURCE_NOT_FOUND' } });
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('x-kept')).toBe('yes');
    for (const name of ['transfer-encoding', 'content-encoding', 'trailer']) {
      expect([name, headers.get(name)]).toEqual([name, null]);
    }
  });

  it('a concealment that is async, or yields something else, hides all the same', async () => {
    const wrong = [async () => undefined, () => 'RESOURCE_NOT_FOUND', () => false];
    for (const conceal of wrong) {
      const { send } = await start({ conceal: conceal as never });
      const answer = await send('/throw/forbidden');
      expect(answer.body).toEqual(crash('/throw/forbidden'));
    }
  });

  it('an async rule of rethrow is no yes: no failure goes to Nest’s own filter', async () => {
    const { send } = await start({ rethrow: (async () => true) as never });
    expect((await send('/throw/informational')).body).toEqual(crash('/throw/informational'));
  });

  it('a text of megabytes fills no log, and hides no secret that is cut in half', async () => {
    const { send, logger } = await start();
    await send('/throw/long');
    expect(logger.failures).toHaveLength(1);
    const message = logger.failures[0]?.message ?? '';
    expect(message.length).toBeLessThan(9_000);
    expect(message.slice(0, 43)).toBe('GET /throw/long 404 RESOURCE_NOT_FOUND: xxx');
    expect(message).toMatch(/ password=\S* traceId=\w{32}$/);
    expect(message).not.toContain('hunter2');
  });

  it('a list of errors that cannot be read keeps no failure from the log', async () => {
    const { send, logger } = await start({ expose: 'development' });
    expect((await send('/throw/collected')).status).toBe(500);
    expect(logger.failures.map(({ rest }) => rest[0])).toEqual([
      expect.stringMatching(/^Error: It broke\n/),
    ]);
  });

  it('a statement that onError returns is run, and its failure is logged', async () => {
    const ran: string[] = [];
    const statement = (outcome: string) => ({
      // As those of Knex and Prisma: nothing happens before somebody waits.
      then(resolve: (value: string) => void, reject: (fault: Error) => void) {
        ran.push(outcome);
        if (outcome === 'fails') reject(new Error('No table of failures'));
        else resolve(outcome);
      },
    });
    const outcomes = ['succeeds', 'fails'];
    const { send, logger } = await start({ onError: () => statement(outcomes.shift() ?? '') });
    await send('/throw/forbidden');
    await send('/throw/forbidden');
    expect(ran).toEqual(['succeeds', 'fails']);
    expect(JSON.stringify(logger)).toContain('No table of failures');
  });
});
