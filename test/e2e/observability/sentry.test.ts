import { Body, Controller, Get, Module, NotFoundException, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import * as Sentry from '@sentry/node';
import { IsEmail } from 'class-validator';
import { Throttle } from '@nestjs/throttler';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../support/platforms';
import { request } from '../../support/request';
import { errors } from './recipes/sentry';

class SignUp {
  @IsEmail() email!: string;
}

@Controller()
class FailingController {
  @Get('broken') broken(): never {
    throw new TypeError('secret', { cause: new RangeError('deeper') });
  }

  @Get('missing') missing(): never {
    throw new NotFoundException();
  }

  @Post('sign-up') signUp(@Body() body: SignUp) {
    return body;
  }

  @Get('limited') @Throttle({ default: { limit: 1, ttl: 60_000 } }) limited() {
    return {};
  }
}

@Module({ imports: [errors], controllers: [FailingController] })
class FailingModule {}

const envelopes: string[] = [];

/** The events that left for Sentry. */
async function captured(): Promise<Sentry.ErrorEvent[]> {
  await Sentry.flush();
  return envelopes.splice(0).flatMap((envelope) => {
    const lines = envelope.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    return lines.filter((_line, index) => lines[index - 1]?.['type'] === 'event') as never[];
  });
}

beforeAll(() => {
  Sentry.init({
    dsn: 'https://key@sentry.example/1',
    tracesSampleRate: 1,
    transport: (options) =>
      Sentry.createTransport(options, ({ body }) => {
        envelopes.push(typeof body === 'string' ? body : new TextDecoder().decode(body));
        return Promise.resolve({ statusCode: 200 });
      }),
  });
});
afterAll(() => Sentry.close());
afterEach(captured);

describe.each(PLATFORMS)('Sentry, by the recipe, on %s', (_name, create) => {
  async function serve(ask: (url: string) => Promise<void>): Promise<void> {
    const app = await NestFactory.create(FailingModule, create(), { logger: false });
    await app.listen(0, '127.0.0.1');
    await ask(await app.getUrl());
    await app.close();
  }

  it('is told once of a failure of the server, with its code and trace id', async () => {
    await serve(async (url) => {
      const { status, headers } = await request(`${url}/broken`);
      expect(status).toBe(500);
      const traceId = headers.get('x-trace-id');
      // Its own trace is ours, since the active span's is: the error and its spans are found by the id.
      expect(await captured()).toMatchObject([
        {
          tags: { code: 'INTERNAL_ERROR', traceId },
          contexts: { trace: { trace_id: traceId } },
          exception: { values: [{ type: 'RangeError' }, { type: 'TypeError', value: 'secret' }] },
        },
      ]);
    });
  });

  it('is told of no failure of a client', async () => {
    await serve(async (url) => {
      await request(`${url}/limited`);
      const answers = [
        await request(`${url}/missing`),
        await request(`${url}/nowhere`),
        await request(`${url}/sign-up`, { body: { email: 1 } }),
        await request(`${url}/limited`),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 422, 429]);
      expect(await captured()).toEqual([]);
    });
  });
});
