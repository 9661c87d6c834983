import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldError } from '../../../lib/record/field-error';
import { sentenceFor } from '../../../lib/validation/sentence';

const BASE: FieldError = {
  path: ['name'],
  location: 'body',
  rule: 'isString',
  code: 'VALIDATION_INVALID_TYPE',
  params: {},
  message: 'must be a string',
};

const REQUIRED = { code: 'VALIDATION_REQUIRED_FIELD' };

describe('the sentence of a field error', () => {
  it.each([
    [['startDateTime'], 'Start date time must be a string'],
    [['tenant-code'], 'Tenant code must be a string'],
    [['first_name'], 'First name must be a string'],
    [['items', 0, 'price'], 'Price must be a string'],
    [['customerID'], 'Customer ID must be a string'],
    [['HTTPServerName'], 'HTTP server name must be a string'],
    [['line2'], 'Line2 must be a string'],
    [['größeÄndern'], 'Größe ändern must be a string'],
    [['__proto__'], 'Proto must be a string'],
    [['--'], '-- must be a string'],
    [[3], 'Element 3 must be a string'],
    [['orderItems', 3], 'Element 3 of order items must be a string'],
    [['matrix', 1, 2], 'Element 2 of matrix must be a string'],
    [[], 'Request body must be a string'],
  ])('calls %j by a name that people use', (path, sentence) => {
    expect(sentenceFor({ ...BASE, path })).toBe(sentence);
  });

  it.each([
    ['query', 'Query must be an object'],
    ['header', 'Headers must be an object'],
    ['path', 'Path must be an object'],
    ['file', 'File must be an object'],
    ['cookie', 'Cookies must be an object'],
  ] as const)('calls the whole of the %s by its kind', (location, sentence) => {
    const field = { ...BASE, path: [], location, message: 'must be an object' };

    expect(sentenceFor(field)).toBe(sentence);
  });

  it('says that a missing or blank value is required', () => {
    const blank = { ...BASE, ...REQUIRED, message: 'must not be blank' };
    const noItems = { ...BASE, ...REQUIRED, message: 'must not be empty', isMissing: true };

    expect(sentenceFor(blank)).toBe('Name is required');
    expect(sentenceFor(noItems)).toBe('Name is required');
  });

  it('says that a list that is there must not be empty', () => {
    const field = { ...BASE, ...REQUIRED, path: ['items'], message: 'must not be empty' };

    expect(sentenceFor(field)).toBe('Items must not be empty');
  });

  it('leaves a text of the author as it is', () => {
    const field = { ...BASE, ...REQUIRED, message: 'Start date must be set', isAuthored: true };

    expect(sentenceFor(field)).toBe('Start date must be set');
  });

  it('speaks of elements', () => {
    const field = { ...BASE, path: ['orderTags'], message: 'each element must be a string' };
    const acronym = { ...field, path: ['IDs'] };

    expect(sentenceFor(field)).toBe('Each element of order tags must be a string');
    expect(sentenceFor(acronym)).toBe('Each element of IDs must be a string');
  });

  it('puts a colon before a text without a verb', () => {
    const field = { ...BASE, path: ['isbn'], message: 'invalid ISBN' };

    expect(sentenceFor(field)).toBe('Isbn: invalid ISBN');
  });

  it('always ends in the text of the rule, whatever the client called the field', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.nat())), (path) => {
        const sentence = sentenceFor({ ...BASE, path });

        expect(sentence.endsWith('must be a string')).toBe(true);
        expect(sentence.length).toBeLessThan(200 + 3 * path.join().length);
      }),
      { seed: 20_240_115 },
    );
  });
});
