import { describe, expect, it } from 'vitest';
import { Catalog } from '../../../lib/catalog/catalog';
import { checkConstraints } from '../../../lib/databases/check-constraints';
import type { ConstraintRegistry } from '../../../lib/databases/constraint-registry';

const catalog = new Catalog([], {});
const check = (constraints: unknown) => () =>
  checkConstraints(constraints as ConstraintRegistry, catalog);

describe('The check of constraints at start', () => {
  it('accepts constraints, unique keys and columns', () => {
    expect(
      check({
        users_email_key: { field: 'email', code: 'VALIDATION_DUPLICATE', message: 'is taken' },
        'users(org_id, email)': { field: 'email' },
        'users(address.city)': { message: 'There is such a city' },
        'users.email_address': { field: 'contact.email' },
      }),
    ).not.toThrow();
  });

  it.each([
    ['no object', [], 'constraints must be an object.'],
    ['nothing', null, 'constraints must be an object.'],
    ['an entry that is no object', { key: 'email' }, 'constraints["key"] must be an object.'],
    [
      'an unknown member',
      { key: { fields: 'email' } },
      'constraints["key"] has no option "fields". Did you mean "field"?',
    ],
    ['an empty entry', { key: {} }, 'constraints["key"] needs a field, a code or a message.'],
    [
      'an empty text',
      { key: { field: 'email', message: ' ' } },
      'constraints["key"].message must be a text.',
    ],
    ['a field that is no text', { key: { field: 1 } }, 'constraints["key"].field must be a text.'],
    [
      'a field that is no path',
      { key: { field: 'items[0].price' } },
      'constraints["key"].field: "items[0].price" is no path. Write it as in "address.city".',
    ],
    [
      'a code of no catalogue',
      { key: { code: 'BUSINESS_TAKEN' } },
      'constraints["key"].code: no catalogue has "BUSINESS_TAKEN". List its catalogue under `catalog`.',
    ],
    [
      'no name',
      { ' ': { field: 'a' } },
      'constraints[" "]: the name of the constraint is missing.',
    ],
    [
      'columns without a table',
      { '(email)': { field: 'email' } },
      'constraints["(email)"]: a unique key by its columns is written "users(org_id,email)".',
    ],
    [
      'a column with a message',
      { 'users.email': { field: 'email', message: 'is taken' } },
      'constraints["users.email"]: a column takes a field alone. For a code or message, name its constraint, or its unique key as in "users(email)".',
    ],
    [
      'a column with a code',
      { 'users.email': { field: 'email', code: 'VALIDATION_DUPLICATE' } },
      'constraints["users.email"]: a column takes a field alone. For a code or message, name its constraint, or its unique key as in "users(email)".',
    ],
  ])('refuses %s', (_what, constraints, text) => {
    expect(check(constraints)).toThrow(new TypeError(text));
  });
});
