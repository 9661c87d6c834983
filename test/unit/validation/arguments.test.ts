import type { ArgumentMetadata } from '@nestjs/common';
import { IsInt, IsString } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { FieldValidationPipe } from '../../../lib/validation/field-validation.pipe';
import { IsNotBlank } from '../../../lib/validation/is-not-blank';
import { fieldErrorsOf } from './support/field-errors-of';

class Dto {
  @IsInt()
  count: unknown;
}

class EventHeaders {
  @IsNotBlank()
  'tenant-code': string;

  @IsString({ message: 'api-version is needed' })
  'api-version': string;
}

/** What `@RequestHeaders()` hands to pipes. */
const headersArgument = {
  type: 'custom',
  metatype: EventHeaders,
  data: Symbol.for('nestjs-errors.RequestHeaders'),
} as unknown as ArgumentMetadata;

describe('the place of a field', () => {
  it.each([
    [{ type: 'body', metatype: Dto }, 'body', ['count']],
    [{ type: 'query', metatype: Dto }, 'query', ['count']],
    [{ type: 'param', metatype: Dto }, 'path', ['count']],
    [{ type: 'body', metatype: Dto, data: 'order' }, 'body', ['order', 'count']],
    [{ type: 'query', metatype: Dto, data: 'filter' }, 'query', ['filter', 'count']],
  ] as const)('is read from the argument: %o', async (argument, location, path) => {
    const [field] = await fieldErrorsOf(argument, {});

    expect(field).toMatchObject({ location, path });
  });

  it('is a header for @RequestHeaders(), without validateCustomDecorators', async () => {
    const fields = await fieldErrorsOf(headersArgument, { host: 'x', 'tenant-code': ' ' });

    expect(fields).toEqual([
      {
        path: ['tenant-code'],
        location: 'header',
        rule: 'isNotBlank',
        params: {},
        code: 'VALIDATION_REQUIRED_FIELD',
        message: 'must not be blank',
      },
      {
        path: ['api-version'],
        location: 'header',
        rule: 'isString',
        params: {},
        code: 'VALIDATION_INVALID_TYPE',
        message: 'api-version is needed',
        isAuthored: true,
        isMissing: true,
      },
    ]);
  });

  it('never refuses headers that the class does not name', async () => {
    const headers = { 'tenant-code': 'acme', 'api-version': '1.0', host: 'x' };
    const pipe = new FieldValidationPipe({ whitelist: true, forbidNonWhitelisted: true });

    expect(await pipe.transform(headers, headersArgument)).toEqual({
      'tenant-code': 'acme',
      'api-version': '1.0',
    });
  });
});

describe('a class without any rule', () => {
  it('is refused as a whole with forbidUnknownValues', async () => {
    class NoRules {
      any: unknown;
    }
    const argument: ArgumentMetadata = { type: 'body', metatype: NoRules };

    expect(await fieldErrorsOf(argument, { any: 1 }, { forbidUnknownValues: true })).toEqual([
      {
        path: [],
        location: 'body',
        rule: 'unknownValue',
        code: 'VALIDATION_INVALID_TYPE',
        params: {},
        message: 'invalid value',
      },
    ]);
  });
});

describe('an argument that nothing validates', () => {
  const body = { any: 1 };

  it.each([
    [body, { type: 'body', metatype: undefined }],
    [body, { type: 'body', metatype: Object }],
    [[body], { type: 'body', metatype: Array }],
    ['7', { type: 'param', metatype: Number, data: 'id' }],
    [body, { type: 'custom', metatype: Dto }],
  ] as const)('comes back as it is, and at once: %o for %o', (value, argument) => {
    expect(new FieldValidationPipe().transform(value, argument)).toBe(value);
  });

  it.each([
    ['7', Number, 7],
    ['true', Boolean, true],
    [5, String, '5'],
    [undefined, Number, undefined],
  ])('is converted at once with transform: %o', (value, metatype, expected) => {
    const pipe = new FieldValidationPipe({ transform: true });

    expect(pipe.transform(value, { type: 'query', metatype, data: 'q' })).toBe(expected);
  });
});
