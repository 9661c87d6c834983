import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { problemBody } from '../../support/bodies';
import { PLATFORMS } from '../../support/platforms';
import { CANARY } from './failure-row';
import { PLAIN_VENDORS, VENDORS } from './schema-vendors';
import { useApp } from './shared-app';

const ALL = { ...VENDORS, ...PLAIN_VENDORS };
const PROBLEM = { accept: 'application/problem+json' };

@Controller(':vendor')
class ParsingController {
  @Post() body(@Param('vendor') vendor: string, @Body() body: unknown) {
    return ALL[vendor]?.(body);
  }

  @Get() query(@Param('vendor') vendor: string, @Query() query: unknown) {
    return ALL[vendor]?.(query);
  }

  /** Not the client's: this API's own, or that of a service it calls. */
  @Get('foreign') foreign(@Param('vendor') vendor: string) {
    return ALL[vendor]?.({ name: 'Ann', age: CANARY, tags: [], kind: CANARY });
  }
}

interface Problem {
  readonly errors: readonly { readonly code: string; readonly detail: string }[];
}

const told = (place: object, code: string) => ({ ...place, code, detail: expect.any(String) });

describe.each(PLATFORMS)('A schema that a handler applies, told on %s', (_name, create) => {
  const { send } = useApp(create, { controllers: [ParsingController] });

  const problemAt = (vendor: string, errors: readonly unknown[], path = '') =>
    problemBody({
      status: 422,
      title: 'Unprocessable Entity',
      detail: 'Request validation failed',
      code: 'VALIDATION_FAILED',
      instance: `/${encodeURIComponent(vendor)}${path}`,
      errors: expect.toSatisfy(
        (given: unknown[]) => given.length === errors.length,
        'as many errors',
      ),
    });

  it.each(Object.keys(VENDORS))('%s finds fields of the body', async (vendor) => {
    const path = `/${encodeURIComponent(vendor)}`;
    const body = { age: 5, tags: ['a', 1] };

    const answer = await send(path, { body, headers: PROBLEM });

    expect(answer.status).toBe(422);
    expect(answer.body).toEqual(problemAt(vendor, [1, 2, 3]));
    expect((answer.body as Problem).errors).toEqual(
      expect.arrayContaining([
        told({ pointer: '#/name' }, 'VALIDATION_REQUIRED_FIELD'),
        told({ pointer: '#/age' }, 'VALIDATION_OUT_OF_RANGE'),
        told({ pointer: '#/tags/1' }, 'VALIDATION_INVALID_TYPE'),
      ]),
    );
  });

  it.each(Object.keys(VENDORS))('%s finds fields of the query', async (vendor) => {
    const path = `/${encodeURIComponent(vendor)}`;

    const answer = await send(`${path}?age=x&tags=a`, { headers: PROBLEM });

    expect(answer.body).toEqual(problemAt(vendor, [1, 2, 3]));
    expect((answer.body as Problem).errors).toEqual(
      expect.arrayContaining([
        told({ parameter: 'name' }, 'VALIDATION_REQUIRED_FIELD'),
        told({ parameter: 'age' }, 'VALIDATION_INVALID_TYPE'),
        told({ parameter: 'tags' }, 'VALIDATION_INVALID_TYPE'),
      ]),
    );
  });

  it.each(Object.keys(PLAIN_VENDORS))('%s finds fields, and knows no more', async (vendor) => {
    const path = `/${encodeURIComponent(vendor)}`;
    const body = { age: 5, tags: ['a', 1] };

    const answer = await send(path, { body, headers: PROBLEM });

    expect(answer.body).toEqual(problemAt(vendor, [1, 2, 3]));
    expect((answer.body as Problem).errors).toEqual(
      expect.arrayContaining([
        told({ pointer: '#/name' }, 'VALIDATION_INVALID'),
        told({ pointer: '#/age' }, 'VALIDATION_INVALID'),
        told({ pointer: '#/tags/1' }, 'VALIDATION_INVALID'),
      ]),
    );
  });

  it.each(Object.keys(ALL))('%s quotes no value that the client did not send', async (vendor) => {
    const path = `/${encodeURIComponent(vendor)}/foreign`;

    const answer = await send(path, { headers: PROBLEM });

    expect(answer.body).toEqual(problemAt(vendor, [1, 2], '/foreign'));
    expect(JSON.stringify(answer.body)).not.toContain(CANARY);
  });
});
