import { randomBytes } from 'node:crypto';
import { BadRequestException, HttpException, Module } from '@nestjs/common';
import type {
  ArgumentMetadata,
  CanActivate,
  ExecutionContext,
  PipeTransform,
} from '@nestjs/common';
import { APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CreateOrderDto } from '../create-order.dto';
import { limits } from '../limits';
import { OrdersController } from '../orders.controller';

interface Request {
  readonly headers: Readonly<Record<string, string | undefined>>;
}

interface Response {
  /** Express. */
  setHeader?(name: string, value: string | number): void;
  /** Fastify. */
  header(name: string, value: string | number): void;
}

interface Window {
  used: number;
  endsAtMs: number;
}

const ID_BYTES = 16;
let ids = '';
let nextId = 0;

function newId(): string {
  if (nextId === ids.length) {
    ids = randomBytes(ID_BYTES * 256).toString('hex');
    nextId = 0;
  }
  return ids.slice(nextId, (nextId += 2 * ID_BYTES));
}

/** Counts in a map that never forgets, and gives each request an id: no option, no case but this. */
class GuardByHand implements CanActivate {
  readonly #windows = new Map<string, Window>();

  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.getArgByIndex<Request>(0);
    const response = context.getArgByIndex<Response>(1);
    const client = headers['x-forwarded-for'] ?? '';
    const nowMs = Date.now();
    let window = this.#windows.get(client);
    if (window === undefined || window.endsAtMs <= nowMs) {
      window = { used: 0, endsAtMs: nowMs + limits.windowMs };
      this.#windows.set(client, window);
    }
    if (++window.used > limits.limit) throw new HttpException('Too many requests', 429);
    set(response, 'X-Trace-Id', newId());
    set(response, 'X-RateLimit-Limit', limits.limit);
    set(response, 'X-RateLimit-Remaining', limits.limit - window.used);
    set(response, 'X-RateLimit-Reset', Math.ceil(window.endsAtMs / 1_000));
    return true;
  }
}

function set(response: Response, name: string, value: string | number): void {
  if (response.setHeader) response.setHeader(name, value);
  else response.header(name, value);
}

const EMAIL = /^[\w.+-]{1,64}@(?:[a-z\d-]{1,63}\.)+[a-z]{2,12}$/i;

/** Checks the one class that there is, as someone would who writes it out. */
class PipeByHand implements PipeTransform {
  transform(value: unknown, { metatype }: ArgumentMetadata): unknown {
    if (metatype !== CreateOrderDto) return value;
    const { email, quantity, note, tags, address } = Object(value) as Partial<CreateOrderDto>;
    const isValid =
      typeof email === 'string' &&
      EMAIL.test(email) &&
      Number.isInteger(quantity) &&
      (quantity as number) >= 1 &&
      (note === undefined || note === null || typeof note === 'string') &&
      Array.isArray(tags) &&
      tags.length <= 10 &&
      tags.every((tag) => typeof tag === 'string') &&
      typeof address?.street === 'string' &&
      address.street !== '' &&
      typeof address.city === 'string' &&
      address.city.length >= 2 &&
      address.city.length <= 80;
    if (!isValid) throw new BadRequestException('Validation failed');
    const order = new CreateOrderDto();
    order.email = email;
    order.quantity = quantity as number;
    if (note !== undefined) order.note = note;
    order.tags = [...tags];
    order.address = { street: address.street, city: address.city };
    return order;
  }
}

/**
 * The least that limits, ids and validation cost on Nest, written for these routes alone. A refusal
 * names no field and no id: of failures it tells less than the contract asks for.
 */
@Module({
  controllers: [OrdersController],
  providers: [
    { provide: APP_GUARD, useClass: GuardByHand },
    { provide: APP_PIPE, useClass: PipeByHand },
  ],
})
export class WorkByHandModule {}
