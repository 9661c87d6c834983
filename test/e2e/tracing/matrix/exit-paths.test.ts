import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../../support/platforms';
import { portOf } from '../../late/port-of';
import { talk } from '../../late/wire';
import { type ExitPath, pathsOf, statusOn, toTable } from './exit-paths';
import type { KeepingLogger } from '../../../support/keeping-logger';
import { start } from './start';

/** What came of an exchange, whichever way it was made. */
interface Exchange {
  readonly status: number | undefined;
  readonly header: string | undefined;
  readonly body: string;
}

async function exchange(app: INestApplication, { by, text }: ExitPath): Promise<Exchange> {
  if (by === 'inject') {
    const answer = await (app.getHttpAdapter() as unknown as FastifyAdapter).inject(text);
    const { statusCode, headers, body } = answer;
    return { status: statusCode, header: String(headers['x-trace-id']), body };
  }
  if (by === 'leaving') {
    const socket = connect(portOf(app), '127.0.0.1');
    await once(socket, 'connect');
    await new Promise((resolve) => socket.write(text, resolve));
    socket.destroy();
    return { status: undefined, header: undefined, body: '' };
  }
  const { answers } = await talk(portOf(app), text, { answers: 1 });
  expect(answers).toHaveLength(1);
  const [answer] = answers;
  return {
    status: answer?.status,
    header: answer?.headers['x-trace-id'],
    body: answer?.body ?? '',
  };
}

/** The lines of the exchange: about its failure, or written by its handler. */
const linesOf = ({ lines }: KeepingLogger) =>
  lines.filter(
    ({ context, message }) =>
      context === 'Exits' || (context === 'ErrorsModule' && message.includes('traceId=')),
  );

const idIn = (text: string) => /"traceId":"([^"]*)"(?!.*"traceId":")/s.exec(text)?.[1];

describe.each(PLATFORMS)('The one trace id of an exchange on %s', (platform, create) => {
  it.each(pathsOf(platform).map((path) => [path.name, path] as const))(
    '%s',
    async (_name, path) => {
      const { app, logger } = await start(create, path);
      const { places = ['header', 'body', 'log'], isRepeated } = path;
      if (isRepeated) {
        await exchange(app, path);
        logger.lines.length = 0;
      }

      const { status, header, body } = await exchange(app, path);

      expect(status).toBe(statusOn(path, platform));
      const count = places.includes('log') ? 1 : 0;
      // A failure amid an answer may be logged after what was sent of it has arrived.
      await expect.poll(() => linesOf(logger).length, { timeout: 20_000 }).toBe(count);
      const lines = linesOf(logger);
      const logged = lines.map(
        ({ message, traceId }) => /traceId=(\S+)/.exec(message)?.[1] ?? traceId,
      );
      const ids = { header, body: idIn(body), log: logged[0] };
      const [first = 'header'] = places;
      expect(ids[first]).toMatch(/^[\da-f]{32}$/);
      for (const place of places) expect([place, ids[place]]).toEqual([place, ids[first]]);
    },
  );
});

describe('docs/tracing.md', () => {
  it('has the table of these tests', () => {
    expect(readFileSync(join(__dirname, '../../../../docs/tracing.md'), 'utf8')).toContain(
      toTable(),
    );
  });
});
