import { connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { Controller, Get, Injectable, Logger, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ErrorsModule } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { KeepingLogger } from '../../support/keeping-logger';
import { PLATFORMS } from '../../support/platforms';
import { portOf } from '../late/port-of';

const SOCKETS = 25;
const REQUESTS_PER_SOCKET = 400;
const SEED = 0x5eed;

/** Mulberry32: the same turns in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = createRandom(SEED);

@Injectable()
class DeepService {
  readonly #logger = new Logger('Deep');

  async work(request: string): Promise<void> {
    for (let left = Math.floor(random() * 4); left > 0; left--) {
      if (random() < 0.5) await turn();
      else await new Promise<void>((resolve) => process.nextTick(resolve));
      this.#logger.log(request);
    }
  }
}

@Controller()
class WorkController {
  readonly #logger = new Logger('Work');

  constructor(private readonly service: DeepService) {}

  @Get(':request') async work(@Param('request') request: string) {
    this.#logger.log(request);
    await Promise.all([this.service.work(request), this.service.work(request)]);
    this.#logger.log(request);
    return { request };
  }
}

@Module({
  imports: [ErrorsModule.forRoot()],
  controllers: [WorkController],
  providers: [DeepService],
})
class WorkModule {}

/** Sends requests in one go over a connection that is kept; by request, the id it was answered with. */
function pipeline(port: number, names: readonly string[]): Promise<[string, string][]> {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1');
  const texts = names.map((name, index) => {
    const connection = index === names.length - 1 ? 'close' : 'keep-alive';
    return `GET /${name} HTTP/1.1\r\nHost: x\r\nConnection: ${connection}\r\n\r\n`;
  });
  socket.write(texts.join(''));
  return new Promise((resolve, reject) => {
    const chunks: string[] = [];
    socket.on('data', (chunk: string) => void chunks.push(chunk));
    socket.on('error', reject).on('close', () => {
      const answers = chunks.join('').matchAll(/x-trace-id: (\S+).*?"request":"(\w+)"/gis);
      resolve([...answers].map(([, id = '', name = '']) => [name, id]));
    });
  });
}

describe.each(PLATFORMS)('Ten thousand interleaved requests on %s', (_name, create) => {
  it(`never log an id of another one (seed ${SEED})`, async () => {
    const logger = new KeepingLogger();
    const app = await NestFactory.create(WorkModule, create(), { logger });
    await app.listen(0, '127.0.0.1');

    const answers = await Promise.all(
      Array.from({ length: SOCKETS }, (_, socket) =>
        pipeline(
          portOf(app),
          Array.from({ length: REQUESTS_PER_SOCKET }, (__, index) => `s${socket}r${index}`),
        ),
      ),
    );
    await app.close();

    const idOf = new Map(answers.flat());
    expect(idOf.size).toBe(SOCKETS * REQUESTS_PER_SOCKET);
    expect(new Set(idOf.values()).size).toBe(idOf.size);
    const lines = logger.lines.filter(({ context }) => context === 'Deep' || context === 'Work');
    expect(lines.length).toBeGreaterThan(2 * idOf.size);
    const foreign = lines.filter(({ message, traceId }) => traceId !== idOf.get(message));
    expect(foreign).toEqual([]);
  });
});
