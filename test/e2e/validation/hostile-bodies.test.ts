import { Body, Controller, Post } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, ValidateNested } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { PlacesController } from './places.controller';

class Node {
  @IsInt()
  count!: number;

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => Node)
  children?: Node[];
}

@Controller()
class TreeController {
  @Post('tree')
  save(@Body() tree: Node) {
    return {
      keys: Object.keys(tree),
      polluted: ({} as Record<string, unknown>)['polluted'] ?? 'no',
    };
  }
}

const controllers = [TreeController];

function deepTree(levels: number): string {
  const open = '{"count":1,"children":[';
  return `${open.repeat(levels)}{"count":1}${']}'.repeat(levels)}`;
}

describe.each(PLATFORMS)('a hostile body on %s', (_, create) => {
  it.each([20, 2_000, 3_000])(
    'of %i levels is refused as too deep, not as our failure',
    async (levels) => {
      const { send, logger } = await startApp(create, { controllers });

      const { status, body } = await send('/tree', { body: deepTree(levels) });

      expect(status).toBe(422);
      expect(body).toMatchObject({
        error: { details: { '': ['Request body must not be nested deeper than 32 levels'] } },
      });
      expect(logger.failures.filter(({ level }) => level === 'error')).toEqual([]);
    },
  );

  it('of a list that ParseArrayPipe cannot read for its depth is refused, too', async () => {
    const { send } = await startApp(create, { controllers: [PlacesController] });
    const levels = 10_000;
    const body = `[{"name":"x","deep":${'['.repeat(levels)}${']'.repeat(levels)}}]`;

    const answer = await send('/items', { body });

    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      error: { details: { '': ['Request body must not be nested deeper than 500 levels'] } },
    });
  });

  it('of a thousand bad items gets an answer of bounded size', async () => {
    const { send } = await startApp(create, { controllers, options: { format: 'flat' } });
    const children = Array.from({ length: 1_000 }, () => ({ count: 'x' }));

    const { status, body } = await send('/tree', { body: { count: 1, children } });

    expect(status).toBe(400);
    const { validationErrors } = body as { validationErrors: Record<string, string> };
    expect(Object.keys(validationErrors)).toHaveLength(101);
    expect(validationErrors['children[0].count']).toBe('must be an integer');
    expect(validationErrors['']).toBe('has more errors than the 100 listed');
  });

  it.each([
    '{"count":1,"__proto__":{"polluted":1}}',
    '{"count":1,"constructor":{"prototype":{"polluted":1}}}',
    '{"count":1,"children":[{"count":1,"__proto__":{"polluted":1}}]}',
  ])('pollutes nothing: %s', async (text) => {
    const { send } = await startApp(create, { controllers });

    const { status, body } = await send('/tree', { body: text });

    // Fastify refuses such keys as malformed, Express hands them on.
    expect([201, 400]).toContain(status);
    if (status === 201) expect(body).toMatchObject({ polluted: 'no' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('that is a list, where an object is declared, is told so', async () => {
    const { send } = await startApp(create, { controllers });

    const { status, body } = await send('/tree', { body: [{ count: 1 }] });

    expect(status).toBe(422);
    expect(body).toMatchObject({ error: { details: { '': ['Request body must be an object'] } } });
  });
});
