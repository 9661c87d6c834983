import { describe, expect, it } from 'vitest';
import { resolveTracing, type TracingOptions } from '../../../lib/tracing/tracing.options';

describe('tracing options', () => {
  it('have a default each', () => {
    const { header, propagateTo, asyncContext, trustedProxies } = resolveTracing();
    expect(header.name).toBe('X-Trace-Id');
    expect(propagateTo).toEqual(new Set());
    expect(asyncContext).toBe('auto');
    expect(trustedProxies).toBeUndefined();
  });

  it('take origins in any spelling of the same origin', () => {
    const propagateTo = ['HTTPS://Partner.Example:443', 'http://localhost:3000/'];
    expect(resolveTracing({ propagateTo }).propagateTo).toEqual(
      new Set(['https://partner.example', 'http://localhost:3000']),
    );
  });

  it.each([
    ['a header with a space', { header: 'X Trace' }, 'tracing.header must be a header name'],
    ['an injected header', { header: 'X-Id\r\nSet-Cookie: a=b' }, 'tracing.header must be a'],
    ['a header that is no text', { header: 7 }, 'tracing.header must be a header name'],
    ['a header of HTTP itself', { header: 'Content-Length' }, 'cannot be "Content-Length"'],
    ['a path', { propagateTo: ['https://partner.example/api'] }, 'no path, no wildcard'],
    ['a wildcard', { propagateTo: ['*'] }, '"*" is not an origin such as'],
    ['credentials', { propagateTo: ['https://me:secret@partner.example'] }, 'is not an origin'],
    ['another scheme', { propagateTo: ['ftp://partner.example'] }, 'is not an origin'],
    ['one origin that is no list', { propagateTo: 'https://a.example' }, 'must be a list of'],
    [
      'a flag that is no flag',
      { asyncContext: 'no' },
      'tracing.asyncContext must be true, false or',
    ],
    [
      'propagation without a context',
      { propagateTo: ['https://a.example'], asyncContext: false },
      'remove asyncContext: false, or propagateTo',
    ],
    ['a misspelt name', { headers: 'X-Trace-Id' }, 'Did you mean "header"?'],
    ['no object', 'X-Trace-Id', 'tracing must be an object'],
  ])('refuse %s and name the fix', (_what, options, text) => {
    expect(() => resolveTracing(options as unknown as TracingOptions)).toThrow(text);
    expect(() => resolveTracing(options as unknown as TracingOptions)).toThrow(TypeError);
  });
});
