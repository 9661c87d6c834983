import { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import {
  Controller,
  Get,
  type INestApplication,
  Logger,
  type LoggerService,
  Module,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ErrorsModule, TraceLogger } from 'nestjs-errors';
import { Logger as PinoLogger, LoggerModule } from 'nestjs-pino';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLogger, transports } from 'winston';
import { type CreateAdapter, PLATFORMS } from '../../support/platforms';
import { request } from '../../support/request';
import { options } from './recipes/pino';
import { traced } from './recipes/winston';

@Controller()
class LoggingController {
  readonly #logger = new Logger('Orders');

  @Get() async get() {
    await turn();
    this.#logger.log('placed');
    return {};
  }
}

@Module({ imports: [ErrorsModule.forRoot()], controllers: [LoggingController] })
class LoggingModule {}

/** Everything that is written to it, line by line. */
function createSink() {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(...chunk.toString().split('\n').filter(Boolean));
      done();
    },
  });
  return { lines, stream };
}

function pinoLogger(stream: Writable): LoggerService {
  const logger = pino(options, stream);
  return {
    log: (message: unknown, context?: string) => logger.info({ context }, String(message)),
    warn: (message: unknown, context?: string) => logger.warn({ context }, String(message)),
    error: (message: unknown, stack?: string, context?: string) =>
      logger.error({ stack, context }, String(message)),
  };
}

function winstonLogger(stream: Writable): LoggerService {
  const logger = createLogger({
    format: traced,
    transports: [new transports.Stream({ stream })],
  });
  return {
    log: (message: unknown, context?: string) => void logger.info(String(message), { context }),
    warn: (message: unknown, context?: string) => void logger.warn(String(message), { context }),
    error: (message: unknown, stack?: string, context?: string) =>
      void logger.error(String(message), { stack, context }),
  };
}

/** One for the process: nestjs-pino keeps its first logger in a static member. */
const nestjsPinoSink = createSink();

afterEach(() => vi.restoreAllMocks());

/** The lines of one request that is answered and of one that is not, with the ids they should have. */
async function serve(create: CreateAdapter, logger: LoggerService) {
  return ask(await NestFactory.create(LoggingModule, create(), { logger }));
}

async function ask(app: INestApplication) {
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const placed = (await request(url)).headers.get('x-trace-id');
  const missing = (await request(`${url}/nothing`)).headers.get('x-trace-id');
  await app.close();
  return { placed, missing };
}

describe.each(PLATFORMS)('The lines of a request on %s', (_name, create) => {
  it.each([
    ['pino', pinoLogger],
    ['winston', winstonLogger],
  ])('have its ids by the recipe for %s', async (_logger, createLoggerOn) => {
    const { lines, stream } = createSink();
    const { placed, missing } = await serve(create, createLoggerOn(stream));
    const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const ofRequests = logged.filter(
      ({ context }) => context === 'Orders' || context === 'ErrorsModule',
    );
    expect(ofRequests).toMatchObject([{ traceId: placed }, { traceId: missing }]);
    for (const { spanId } of ofRequests) expect(spanId).toMatch(/^[\da-f]{16}$/);
    expect(logged.find(({ context }) => context === 'NestApplication')).not.toHaveProperty(
      'traceId',
    );
  });

  it('have its ids by the recipe for nestjs-pino', async () => {
    const { lines, stream } = nestjsPinoSink;
    lines.length = 0;
    @Module({
      imports: [LoggingModule, LoggerModule.forRoot({ pinoHttp: [options, stream] })],
    })
    class PinoModule {}
    const app = await NestFactory.create(PinoModule, create(), { bufferLogs: true });
    app.useLogger(app.get(PinoLogger));
    const { placed, missing } = await ask(app);
    const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const idsOf = (wanted: string) =>
      logged.filter(({ context }) => context === wanted).map(({ traceId }) => traceId);
    expect(idsOf('Orders')).toEqual([placed]);
    expect(idsOf('ErrorsModule')).toEqual([missing]);
  });

  it('have its ids by TraceLogger, in text', async () => {
    const written: string[] = [];
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    }
    const ids = await serve(create, new TraceLogger({ colors: false }));
    vi.restoreAllMocks();
    const text = written.join('');
    expect(text).toMatch(new RegExp(`LOG \\[Orders\\] \\[${ids.placed} [\\da-f]{16}\\] placed`));
    expect(text).toMatch(
      new RegExp(`WARN \\[ErrorsModule\\] \\[${ids.missing} [\\da-f]{16}\\] GET /nothing`),
    );
    expect(text).toMatch(/LOG \[NestApplication\] Nest application/);
  });

  it('have its ids by TraceLogger, in JSON', async () => {
    const written: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    const ids = await serve(create, new TraceLogger({ json: true, colors: false }));
    vi.restoreAllMocks();
    const logged = written.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(logged.find(({ context }) => context === 'Orders')).toMatchObject({
      traceId: ids.placed,
      spanId: expect.stringMatching(/^[\da-f]{16}$/) as string,
      message: 'placed',
    });
    expect(logged.find(({ context }) => context === 'NestApplication')).not.toHaveProperty(
      'traceId',
    );
  });
});
