import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSentField } from '../../../lib/databases/sent-field';

const found = (column: string, request: unknown) => findSentField(column, request);
const inBody = (column: string, body: unknown) => found(column, { body })?.path;

describe('A column among the fields that were sent', () => {
  it('is found in the body, the query and the path, in this order', () => {
    const request = { body: { a: 1 }, query: { a: 1, b: 1 }, params: { a: 1, b: 1, c: 1 } };
    expect(found('a', request)).toEqual({ path: ['a'], location: 'body' });
    expect(found('b', request)).toEqual({ path: ['b'], location: 'query' });
    expect(found('c', request)).toEqual({ path: ['c'], location: 'path' });
    expect(found('d', request)).toBeUndefined();
  });

  it('is found in camel case and snake case, and called as the client calls it', () => {
    expect(inBody('venue_id', { venueId: 1 })).toEqual(['venueId']);
    expect(inBody('venueId', { venue_id: 1 })).toEqual(['venue_id']);
    expect(inBody('_id', { id: 1 })).toEqual(['id']);
    expect(inBody('venue_id', { venueId: 1, venue_id: 2 })).toEqual(['venue_id']);
    expect(inBody('venue', { venueId: 1 })).toBeUndefined();
    expect(inBody('_', { __: 1 })).toBeUndefined();
  });

  it('is followed into objects and lists', () => {
    const body = { homeAddress: { city: 1 }, tags: [{ name: 'a' }, { name: 'b' }] };
    expect(inBody('home_address.city', body)).toEqual(['homeAddress', 'city']);
    expect(inBody('tags.1.name', body)).toEqual(['tags', 1, 'name']);
    expect(inBody('tags.2.name', body)).toBeUndefined();
    expect(inBody('tags.length', body)).toBeUndefined();
    expect(inBody('home_address.zip', body)).toBeUndefined();
  });

  it('is never a member that the body inherits', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'constructor.name']) {
      expect(inBody(name, {})).toBeUndefined();
    }
    expect(inBody('__proto__', JSON.parse('{"__proto__":1}'))).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is not looked for where nothing was sent', () => {
    const requests = [undefined, null, 1, 'body', {}, { body: 'email' }, { body: null }, []];
    for (const request of requests) expect(found('email', request)).toBeUndefined();
    expect(inBody('length', 'a body of text')).toBeUndefined();
  });

  it('is undefined, not a failure, where the request is hostile', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const hostile = {
      get body(): never {
        throw new Error('body');
      },
      query: proxy,
      params: new Proxy({}, { ownKeys: () => [1] as never }),
    };
    expect(found('email', hostile)).toBeUndefined();
  });

  it('is always an own key of what was sent, whatever that was', () => {
    const property = fc.property(
      fc.string(),
      fc.dictionary(fc.string(), fc.anything()),
      (column, body) => {
        const [key] = found(column, { body })?.path ?? [];
        return key === undefined || Object.hasOwn(body, key);
      },
    );
    fc.assert(property, { seed: 20_260, numRuns: 1_000, verbose: true });
  });
});
