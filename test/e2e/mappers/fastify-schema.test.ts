import type { INestApplication } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { describe, expect, it } from 'vitest';
import { problemBody } from '../../support/bodies';
import { useApp } from './shared-app';

const schema = {
  headers: { type: 'object', properties: { tenant: { type: 'string', pattern: '^[a-z]+$' } } },
  params: { type: 'object', properties: { id: { type: 'integer' } } },
  querystring: { type: 'object', properties: { page: { type: 'integer', minimum: 1 } } },
  body: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', maxLength: 3 },
      kind: { enum: ['cat', 'dog'] },
      'a/b': { type: 'array', items: { type: 'object', required: ['c'] } },
    },
  },
};

interface Routable {
  post(path: string, options: object, handler: () => string): void;
}

function addRoute(app: INestApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as Routable;
  fastify.post('/pets/:id', { schema }, () => 'saved');
}

describe('A schema of a route on Fastify', () => {
  const { send } = useApp(
    () => new FastifyAdapter({ ajv: { customOptions: { allErrors: true } } }),
    {
      controllers: [],
      configure: addRoute,
    },
  );

  it.each<readonly [string, string, object, readonly object[]]>([
    [
      'the body, all of it',
      '/pets/1',
      { 'a/b': [{ c: 1 }, {}], kind: 'cow' },
      [
        { pointer: '#/name', code: 'VALIDATION_REQUIRED_FIELD', detail: 'must not be null' },
        { pointer: '#/a~1b/1/c', code: 'VALIDATION_REQUIRED_FIELD', detail: 'must not be null' },
        {
          pointer: '#/kind',
          code: 'VALIDATION_INVALID_VALUE',
          detail: 'must be equal to one of the allowed values',
        },
      ],
    ],
    [
      'the body, one field',
      '/pets/1',
      { name: 'Moritz' },
      [
        {
          pointer: '#/name',
          code: 'VALIDATION_OUT_OF_RANGE',
          detail: 'must NOT have more than 3 characters',
        },
      ],
    ],
    [
      'the path',
      '/pets/one',
      { name: 'Max' },
      [{ parameter: 'id', code: 'VALIDATION_INVALID_TYPE', detail: 'must be integer' }],
    ],
    [
      'the query',
      '/pets/1?page=0',
      { name: 'Max' },
      [{ parameter: 'page', code: 'VALIDATION_OUT_OF_RANGE', detail: 'must be >= 1' }],
    ],
  ])('tells what is wrong with %s', async (_part, path, body, errors) => {
    const answer = await send(path, { body, headers: { accept: 'application/problem+json' } });

    expect(answer.status).toBe(422);
    expect(answer.body).toEqual(
      problemBody({
        status: 422,
        title: 'Unprocessable Entity',
        detail: 'Request validation failed',
        code: 'VALIDATION_FAILED',
        instance: path.replace(/\?.*/, ''),
        errors: expect.arrayContaining([...errors]) as unknown,
      }),
    );
    expect((answer.body as { errors: unknown[] }).errors).toHaveLength(errors.length);
  });

  it('answers a wrong header with 400', async () => {
    const answer = await send('/pets/1', { body: { name: 'Max' }, headers: { tenant: 'A' } });

    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      error: {
        code: 'VALIDATION_INVALID_FORMAT',
        details: { tenant: ['Tenant must match pattern "^[a-z]+$"'] },
      },
    });
  });
});
