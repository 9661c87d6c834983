import type { ServerResponse } from 'node:http';
import { Controller, Get, Res } from '@nestjs/common';
import { StandardErrors } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';

@Controller()
class StuckController {
  @Get('stuck') stuck(@Res() response: ServerResponse & { raw?: ServerResponse }): never {
    const raw = response.raw ?? response;
    raw.writeHead = raw.end = () => {
      throw new Error('Middleware of the application broke the response');
    };
    throw StandardErrors.RESOURCE_NOT_FOUND();
  }

  @Get('other') fail(): never {
    throw StandardErrors.RESOURCE_NOT_FOUND();
  }
}

const controllers = [StuckController];

describe.each(PLATFORMS)('A response on %s', (_name, create) => {
  it('that cannot be sent leaves no client waiting', async () => {
    const { send, logger } = await startApp(create, { controllers });
    await expect(send('/stuck')).rejects.toThrow('fetch failed');
    expect(logger.failures.filter(({ level }) => level === 'warn')).toHaveLength(1);
    expect((await send('/other')).status).toBe(404);
  });
});
