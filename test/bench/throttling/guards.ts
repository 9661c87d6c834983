import { type CanActivate, Controller, type ExecutionContext, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { ErrorsModule, RateLimitGuard } from 'nestjs-errors';
import { addresses, randomPlaces } from './keys';
import type { Subject } from './rounds';

const CLIENTS = 5_000;
/** Of each client and policy, none of which is ever refused: what an ordinary request costs. */
const POLICIES = [
  { name: 'default', limit: 100_000, windowMs: 60_000 },
  { name: 'hourly', limit: 100_000, windowMs: 3_600_000 },
  { name: 'daily', limit: 100_000, windowMs: 86_400_000 },
];

@Controller()
class EventsController {
  @Get()
  list() {
    return [];
  }
}

/** A guard as its module makes it. */
export async function guardOf(whose: 'ours' | 'throttler', policies: number): Promise<Subject> {
  const limits = POLICIES.slice(0, policies);

  @Module({ imports: [ErrorsModule.forRoot({ throttling: { policies: limits } })] })
  class OursModule {}

  const throttlers = limits.map(({ name, limit, windowMs }) => ({ name, limit, ttl: windowMs }));
  @Module({ imports: [ThrottlerModule.forRoot(throttlers)], providers: [ThrottlerGuard] })
  class ThrottlerOnlyModule {}

  const isOurs = whose === 'ours';
  const app = await NestFactory.createApplicationContext(
    isOurs ? OursModule : ThrottlerOnlyModule,
    { logger: false },
  );
  return passing(app.get<CanActivate>(isOurs ? RateLimitGuard : ThrottlerGuard));
}

/** As Nest does: a guard that answers at once is not awaited. */
function passing(guard: CanActivate): Subject {
  const clients = addresses(CLIENTS);
  const place = randomPlaces(CLIENTS);
  return async (operations) => {
    for (let count = 0; count < operations; count++) {
      const answer = guard.canActivate(request(clients[place()] as string));
      const passed = typeof answer === 'boolean' ? answer : await answer;
      if (passed !== true) throw new Error('A guard refused a request.');
    }
  };
}

/** What both guards read and write of Express: the address and headers. */
function request(address: string): ExecutionContext {
  const headers: Record<string, unknown> = {};
  const setHeader = (name: string, value: unknown) => {
    headers[name] = value;
  };
  const response = { setHeader, header: setHeader, getHeader: (name: string) => headers[name] };
  const socket = { remoteAddress: address };
  const args = [{ ip: address, socket, headers: {}, route: { path: '/' } }, response];
  return new ExecutionContextHost(args, EventsController as never, EventsController.prototype.list);
}
