import { Controller, Get, HttpException, Param } from '@nestjs/common';
import { StandardErrors } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';

const SECRET = 'hunter2-secret';

const throwing = (what: string) => (): never => {
  throw new Error(`${what} ${SECRET}`);
};

function circular(): object {
  const object: Record<string, unknown> = { secret: SECRET };
  object['self'] = object;
  return object;
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

class ErrorWithGetters extends Error {
  override get message(): string {
    return throwing('message')();
  }
  override get stack(): string {
    return throwing('stack')();
  }
  override get cause(): unknown {
    return throwing('cause')();
  }
}

class ExceptionThatLies extends HttpException {
  constructor() {
    super(SECRET, 400);
  }
  override getStatus(): number {
    return throwing('getStatus')();
  }
}

class ErrorOfMyDatabasePassword extends Error {}

/** Every one of them is an unknown failure: 500, the catalogue's text, nothing else. */
const HOSTILE: Record<string, () => unknown> = {
  undefined: () => undefined,
  null: () => null,
  'a string': () => SECRET,
  'an empty string': () => '',
  'a number': () => 404,
  'a bigint': () => 404n,
  'a symbol': () => Symbol(SECRET),
  'a function': () => throwing('function'),
  'a plain Error': () => new Error(SECRET),
  'an Error with a class name': () => new ErrorOfMyDatabasePassword(SECRET),
  'an Error whose getters throw': () => new ErrorWithGetters(),
  'an Error with a status': () => Object.assign(new Error(SECRET), { status: 404 }),
  'an upstream answer': () => ({ statusCode: 404, message: SECRET }),
  'a circular object': circular,
  'a Proxy that throws': () =>
    new Proxy(
      {},
      { get: throwing('get'), has: throwing('has'), getPrototypeOf: throwing('proto') },
    ),
  'a revoked Proxy': revoked,
  'a null-prototype object': () => Object.assign(Object.create(null), { secret: SECRET }),
  'a frozen array': () => Object.freeze([SECRET]),
  'an AggregateError': () => new AggregateError([new Error(SECRET)], SECRET),
  'an Error with a circular cause': () => {
    const error = new Error(SECRET);
    error.cause = error;
    return error;
  },
  'an exception that lies': () => new ExceptionThatLies(),
  'a thenable': () => ({ then: throwing('then') }),
  'an object whose toString throws': () => ({
    toString: throwing('toString'),
    toJSON: throwing('toJSON'),
  }),
  'an enormous string': () => SECRET.repeat(100_000),
};

/** The author's own details, which JSON cannot hold as they are. */
const HOSTILE_DETAILS: Record<string, () => object> = {
  circular,
  bigint: () => ({ id: 1n, secret: 'shown' }),
  toJSON: () => ({ toJSON: throwing('toJSON') }),
  getter: () => ({
    get value() {
      return throwing('getter')();
    },
  }),
  proxy: () => new Proxy({}, { ownKeys: throwing('ownKeys'), get: throwing('get') }),
};

@Controller()
class HostileController {
  @Get('throw/:name') throwIt(@Param('name') name: string): never {
    throw HOSTILE[name]?.();
  }

  @Get('reject/:name') async reject(@Param('name') name: string): Promise<never> {
    await Promise.resolve();
    throw HOSTILE[name]?.();
  }

  @Get('details/:name') details(@Param('name') name: string): never {
    throw StandardErrors.RESOURCE_CONFLICT(HOSTILE_DETAILS[name]?.());
  }
}

const controllers = [HostileController];

describe.each(PLATFORMS)('Hostile values on %s', (_name, create) => {
  it.each(Object.keys(HOSTILE))(
    '%s thrown gives one valid body and leaks nothing',
    async (name) => {
      const { send, logger } = await startApp(create, { controllers });

      for (const way of ['throw', 'reject']) {
        const path = `/${way}/${encodeURIComponent(name)}`;
        const answer = await send(path);

        expect(answer.status).toBe(500);
        expect(answer.body).toEqual(
          nestedBody({
            code: 'INTERNAL_ERROR',
            message: 'An unexpected error occurred. Please try again later.',
            path,
          }),
        );
        expect(JSON.stringify([answer.body, ...answer.headers])).not.toContain(SECRET);
      }
      expect(logger.failures.map(({ level }) => level)).toContain('error');
      expect((await send('/details/bigint')).status).toBe(409);
    },
  );

  it.each(Object.keys(HOSTILE_DETAILS))('details that are %s still give a body', async (name) => {
    const { send } = await startApp(create, { controllers });

    const answer = await send(`/details/${name}`);

    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      error: {
        code: 'RESOURCE_CONFLICT',
        message: 'The request conflicts with the current state of the resource',
        path: `/details/${name}`,
      },
    });
  });
});
