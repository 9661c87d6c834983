import { Controller, Get, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';

@Controller()
class CorsController {
  @Get('fine') fine() {
    return { fine: true };
  }

  @Get('error') error(): never {
    throw new NotFoundException();
  }
}

const controllers = [CorsController];
const headers = { origin: 'https://shop.example' };

function namesIn(list: string | null): string[] {
  return (list ?? '').split(/\s*,\s*/).filter((name) => name !== '');
}

describe.each(PLATFORMS)('CORS on %s', (_name, create) => {
  it.each(['/fine', '/error', '/nothing'])('exposes the header on %s', async (path) => {
    const { send } = await startApp(create, { controllers, configure: (app) => app.enableCors() });
    const answer = await send(path, { headers });
    expect(namesIn(answer.headers.get('access-control-expose-headers'))).toContain('X-Trace-Id');
  });

  it.each(['/fine', '/error', '/nothing'])('keeps the application’s names on %s', async (path) => {
    const { send } = await startApp(create, {
      controllers,
      configure: (app) => app.enableCors({ exposedHeaders: ['X-Custom', 'ETag'] }),
    });
    const answer = await send(path, { headers });
    const exposed = namesIn(answer.headers.get('access-control-expose-headers'));
    expect(exposed).toEqual(expect.arrayContaining(['X-Custom', 'ETag', 'X-Trace-Id']));
    expect(new Set(exposed).size).toBe(exposed.length);
  });

  it('is left alone where the application does not use it', async () => {
    const { send } = await startApp(create, { controllers });
    const answer = await send('/fine', { headers });
    expect(answer.headers.get('access-control-expose-headers')).toBeNull();
  });
});
