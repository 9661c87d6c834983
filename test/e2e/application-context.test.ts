import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ErrorsModule, RateLimiter } from 'nestjs-errors';
import { expect, it } from 'vitest';

const policies = [{ name: 'emails', limit: 1, windowMs: 60_000, scope: 'manual' }] as const;

@Module({ imports: [ErrorsModule.forRoot({ throttling: { policies } })] })
class WorkerModule {}

// A worker or a command line has no HTTP adapter.
it('An application without HTTP can limit', async () => {
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger: false });
  const limiter = app.get(RateLimiter);
  const target = { policy: 'emails', client: 'ada' };
  expect((await limiter.consume(target)).isAllowed).toBe(true);
  expect((await limiter.consume(target)).isAllowed).toBe(false);
  await app.close();
});
