import { Agent, request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Body, Controller, Get, NotFoundException, Post } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { IsEmail } from 'class-validator';
import { StandardErrors } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

class SignUp {
  @IsEmail() email!: string;
}

@Controller()
class FailingController {
  @Get('missing') missing(): never {
    throw new NotFoundException('Cat not found');
  }

  @Get('crash') crash(): never {
    throw new Error('x', { cause: new Error('y') });
  }

  @Get('conflict') conflict(): never {
    throw StandardErrors.RESOURCE_CONFLICT({ list: [1, 2, { a: 1 }] });
  }

  @Get('limited') @Throttle({ default: { limit: 1, ttl: 3_600_000 } }) limited(): string {
    return 'once';
  }

  @Post('invalid') invalid(@Body() body: SignUp): SignUp {
    return body;
  }
}

const PATHS = ['/missing', '/crash', '/conflict', '/limited', '/nowhere', '/invalid', '/malformed'];
const PARALLEL = 20;
const FAILURES = 25_000;
const MAX_GROWTH_BYTES = 8_000_000;

describe.each(PLATFORMS)('A flood of failures on %s', (_name, create) => {
  it('leaves heap, handles and listeners where they were', async () => {
    const { app } = await startApp(create, {
      controllers: [FailingController],
      options: { log: false },
    });
    const agent = new Agent({ keepAlive: true, maxSockets: PARALLEL });
    const server = app.getHttpServer() as import('node:http').Server;
    const { port } = server.address() as { port: number };

    const fail = (index: number) =>
      new Promise<number>((resolve, reject) => {
        const path = PATHS[index % PATHS.length] as string;
        const isPost = path === '/invalid' || path === '/malformed';
        const sent = request(
          {
            agent,
            port,
            host: '127.0.0.1',
            path: path === '/malformed' ? '/invalid' : path,
            method: isPost ? 'POST' : 'GET',
            headers: isPost ? { 'content-type': 'application/json' } : {},
          },
          (response) => {
            response.resume().on('end', () => resolve(response.statusCode ?? 0));
          },
        );
        sent.on('error', reject).end(isPost ? (path === '/malformed' ? '{' : '{}') : undefined);
      });
    const flood = async (count: number) => {
      let index = 0;
      const work = async () => {
        while (index < count) expect(await fail(index++)).toBeLessThan(600);
      };
      await Promise.all(Array.from({ length: PARALLEL }, work));
    };
    const measure = () => {
      collectGarbage();
      return {
        bytes: process.memoryUsage().heapUsed,
        handles: process.getActiveResourcesInfo().filter((name) => name !== 'Timeout').length,
        listeners: server.eventNames().map((name) => server.listenerCount(name)),
        processListeners: process.eventNames().map((name) => process.listenerCount(name)),
      };
    };

    await flood(2_000);
    const before = measure();
    await flood(FAILURES);
    const after = measure();
    agent.destroy();

    expect(after.bytes - before.bytes).toBeLessThan(MAX_GROWTH_BYTES);
    expect(after.handles).toBeLessThanOrEqual(before.handles + 2);
    expect(after.listeners).toEqual(before.listeners);
    expect(after.processListeners).toEqual(before.processListeners);
  }, 180_000);
});
