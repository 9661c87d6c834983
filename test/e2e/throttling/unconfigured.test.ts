import { Controller, Get } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { limitHeaders, NO_LIMIT } from './rate-limit';

const policies = [{ name: 'default', limit: 60, windowMs: 3_600_000 }];

@Controller('only')
class OnlyDecoratedController {
  @Get()
  @Throttle({ default: { limit: 1, ttl: 60_000 } })
  list() {
    return [];
  }

  @Get('free')
  free() {
    return [];
  }
}

@Controller()
class MisspeltController {
  @Get()
  @Throttle({ defualt: { limit: 5 } })
  list() {}
}

describe.each(PLATFORMS)('Decorators on %s without configured policies', (_name, create) => {
  it('limit their route and no other', async () => {
    const { send } = await startApp(create, { controllers: [OnlyDecoratedController] });
    expect(limitHeaders(await send('/only/free'))).toEqual({ status: 200, ...NO_LIMIT });
    expect(limitHeaders(await send('/only'))).toMatchObject({ status: 200, limit: '1' });
    expect(limitHeaders(await send('/only'))).toMatchObject({ status: 429, retryAfter: '60' });
  });

  it('are ignored where throttling is off', async () => {
    const options = { throttling: false } as const;
    const { send } = await startApp(create, { options, controllers: [OnlyDecoratedController] });
    for (const path of ['/only', '/only', '/only/free']) {
      expect(limitHeaders(await send(path))).toEqual({ status: 200, ...NO_LIMIT });
    }
  });

  it('keep the application from starting where they name no policy', async () => {
    const options = { throttling: { policies } };
    await expect(startApp(create, { options, controllers: [MisspeltController] })).rejects.toThrow(
      '@Throttle() on MisspeltController.list names the policy "defualt", which throttling.policies does not have ("default")',
    );
  });
});
