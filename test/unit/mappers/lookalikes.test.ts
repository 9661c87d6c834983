import { describe, expect, it } from 'vitest';
import { failureCodeOf } from './all-mappers';

const errorWith = (members: object, text = 'secret') => Object.assign(new Error(text), members);

describe('An error that only looks like that of a known source is nobody’s', () => {
  it.each<[string, unknown]>([
    ["undici's text on another class", new Error('fetch failed')],
    ["undici's other text, as an application has it", new Error('terminated')],
    ['a TypeError of another text', new TypeError('failed')],
    ['an answer of JSON that spells a TypeError', { name: 'TypeError', message: 'fetch failed' }],
    ['a status 400 of a client of another API', errorWith({ statusCode: 400 })],
    ['a status 400 under its other name', errorWith({ status: 400 })],
    ['a URIError of the code', new URIError('URI malformed')],
    ['a SyntaxError of the code', new SyntaxError('Unexpected token')],
    [
      'a SyntaxError of a template engine, with a status of its own',
      Object.assign(new SyntaxError('secret'), { statusCode: 500 }),
    ],
    ['errors of a type in JSON', { arkErrors: { ' arkKind': 'errors' }, name: 'TraversalError' }],
  ])('%s', (_what, thrown) => {
    expect(failureCodeOf(thrown)).toBeUndefined();
  });
});
