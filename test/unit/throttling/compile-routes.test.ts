import 'reflect-metadata';
import { Controller, Get } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { expect, it } from 'vitest';
import { compileRoutes } from '../../../lib/throttling/compile-routes';
import { configuredPolicy } from '../../../lib/throttling/configured-policy';
import { RouteTable } from '../../../lib/throttling/route-table';

const DEFAULT = configuredPolicy('test', { name: 'default', limit: 60, windowMs: 60_000 });

@Controller()
class GoodController {
  @Get()
  @Throttle({ default: { limit: 5 } })
  list() {}
}

@Controller()
class BadController {
  @Get()
  @Throttle({ defualt: { limit: 5 } })
  list() {}

  @Get('count')
  @Throttle({ default: { limit: 1.5 } })
  count() {}

  @Throttle({ nobody: { limit: 5 } })
  noHandler() {}
}

class InheritingController extends BadController {}

it('right decorators pass the check at start', () => {
  expect(() => compileRoutes([GoodController], new RouteTable([DEFAULT]))).not.toThrow();
});

it('all wrong decorators of handlers are named at once, inherited ones too', () => {
  const problems = (name: string) => [
    `@Throttle() on ${name}.list names the policy "defualt", which throttling.policies does not have ("default"): give it both limit and ttl, or use the name of a policy.`,
    `@Throttle() on ${name}.count: limit of "default" must be a positive integer, at most 2147483647, but it is 1.5.`,
  ];
  expect(() =>
    compileRoutes([BadController, GoodController, InheritingController], new RouteTable([DEFAULT])),
  ).toThrow(
    new TypeError([...problems('BadController'), ...problems('InheritingController')].join('\n')),
  );
});
