import { describe, expect, it } from 'vitest';
import {
  lookUp,
  prototypeOf,
  read,
  readItems,
  readKeys,
  readTexts,
} from '../../../lib/databases/read';

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

describe('What was thrown', () => {
  it('has members only where it is an object', () => {
    expect(read({ code: 1 }, 'code')).toBe(1);
    for (const value of [undefined, null, 'text', 1, () => 1]) {
      expect(read(value, 'length')).toBeUndefined();
    }
  });

  it('has keys where a member is an object that is no list', () => {
    expect(readKeys({ fields: { a: 1, b: 2 } }, 'fields')).toEqual(['a', 'b']);
    for (const fields of [undefined, null, 'text', ['a'], {}, revoked()]) {
      expect(readKeys({ fields }, 'fields')).toBeUndefined();
    }
  });

  it('has items and texts where a member is a list, a hundred at most', () => {
    expect(readItems({ errors: Array.from({ length: 200 }) }, 'errors')).toHaveLength(100);
    expect(readTexts({ fields: ['a', 1, 'b'] }, 'fields')).toEqual(['a', 'b']);
    for (const fields of ['text', {}, [], [1], revoked()]) {
      expect(readTexts({ fields }, 'fields')).toBeUndefined();
    }
  });

  it('has a prototype, but where asking for it fails', () => {
    expect(prototypeOf(new TypeError('a'))).toBe(TypeError.prototype);
    expect(prototypeOf(Object.create(null) as object)).toBeUndefined();
    expect(prototypeOf(revoked())).toBeUndefined();
  });

  it('finds entries of a table by its own names alone', () => {
    const table = { 5: 'busy', unique: 'taken' };
    expect([lookUp(table, 5), lookUp(table, '5'), lookUp(table, 'unique')]).toEqual([
      'busy',
      'busy',
      'taken',
    ]);
    for (const key of ['constructor', '__proto__', undefined, null, {}, Symbol('unique'), 5n]) {
      expect(lookUp(table, key)).toBeUndefined();
    }
  });
});
