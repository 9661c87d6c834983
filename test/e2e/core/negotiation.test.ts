import { Controller, Get, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { flatBody, problemBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';

@Controller()
class MissingController {
  @Get('missing') missing(): never {
    throw new NotFoundException('Cat not found');
  }
}

const controllers = [MissingController];
const PROBLEM = 'application/problem+json; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

describe.each(PLATFORMS)('Content negotiation on %s', (_name, create) => {
  it.each([
    ['application/problem+json', PROBLEM],
    ['Application/Problem+JSON', PROBLEM],
    ['application/json, application/problem+json', PROBLEM],
    ['application/problem+json;q=0.9, */*;q=0.8', PROBLEM],
    ['text/html, application/problem+json;q=0.1', PROBLEM],
    ['application/json, application/problem+json;q=0.5', JSON_TYPE],
    ['application/problem+json;q=0', JSON_TYPE],
    ['application/problem+json;q=0.5, */*', JSON_TYPE],
    ['application/problem+json;q=0.5, application/*', JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['application/*', JSON_TYPE],
    ['text/html', JSON_TYPE],
    ['', JSON_TYPE],
    [`application/problem+json,${'x/y,'.repeat(2_000)}`, JSON_TYPE],
  ])('Accept: %s', async (accept, contentType) => {
    const { send } = await startApp(create, { controllers });

    const answer = await send('/missing', { headers: { accept } });

    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe(contentType);
    expect(answer.headers.get('vary')).toBe('Accept');
  });

  it('changes the body and media type of a flat API, and nothing else', async () => {
    const { send } = await startApp(create, { controllers, options: { format: 'flat' } });

    const flat = await send('/missing');
    const problem = await send('/missing', { headers: { accept: 'application/problem+json' } });

    expect(flat.body).toEqual(
      flatBody({ status: 404, error: 'Not Found', message: 'Cat not found', path: '/missing' }),
    );
    expect(problem.body).toEqual(
      problemBody({
        status: 404,
        title: 'Not Found',
        detail: 'Cat not found',
        code: 'RESOURCE_NOT_FOUND',
        instance: '/missing',
      }),
    );
  });

  it('can be switched off', async () => {
    const { send } = await startApp(create, { controllers, options: { negotiate: false } });

    const answer = await send('/missing', { headers: { accept: 'application/problem+json' } });

    expect(answer.headers.get('content-type')).toBe(JSON_TYPE);
    expect(answer.headers.get('vary')).toBeNull();
  });
});
