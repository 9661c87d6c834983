import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ErrorsModule, RateLimiter } from 'nestjs-errors';
import { expect, it } from 'vitest';

const policies = [{ name: 'mails', limit: 1, windowMs: 60_000, scope: 'manual' as const }];

@Module({ imports: [ErrorsModule.forRoot({ throttling: { policies } })] })
class WorkerModule {}

it('an application without a server starts, and limits its own work', async () => {
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger: false });
  // What fails while a server is looked for is thrown later, from a timer.
  await new Promise((resolve) => setTimeout(resolve, 10));
  const limiter = app.get(RateLimiter);
  const target = { policy: 'mails', client: 'ada' };
  expect((await limiter.consume(target)).isAllowed).toBe(true);
  expect((await limiter.consume(target)).isAllowed).toBe(false);
  await app.close();
});
