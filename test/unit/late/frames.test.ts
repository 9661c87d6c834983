import { describe, expect, it } from 'vitest';
import { frameOf } from '../../../lib/filter/late/frame-of';

const frame = (headers: Record<string, unknown>, method = 'GET') =>
  frameOf((name) => headers[name], method);

describe('The last record of a body', () => {
  it.each([
    ['text/event-stream', true, '\nevent: error\ndata: {}\n\n'],
    ['text/event-stream; charset=utf-8', false, '\n\nevent: error\ndata: {}\n\n'],
    ['Application/X-NDJSON', true, '{}\n'],
    ['application/ndjson', false, '\n{}\n'],
    ['application/jsonl;charset=utf-8', true, '{}\n'],
    ['application/x-jsonlines', false, '\n{}\n'],
    ['application/json-seq', true, '\u001E{}\n'],
    ['application/json-seq', false, '\u001E{}\n'],
  ])('is what %s has for one (at a line’s start: %s)', (contentType, isLineStart, expected) => {
    expect(frame({ 'content-type': contentType })?.('{}', isLineStart)).toBe(expected);
  });

  it.each([
    ['other media types', { 'content-type': 'application/json' }],
    ['no media type', {}],
    ['a media type that is no text', { 'content-type': ['text/event-stream'] }],
    ['a body of a known length', { 'content-type': 'text/event-stream', 'content-length': '9' }],
    ['an encoded body', { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' }],
  ])('does not exist for %s', (_what, headers) => {
    expect(frame(headers)).toBeUndefined();
  });

  it('does not exist where there is no body', () => {
    expect(frame({ 'content-type': 'text/event-stream' }, 'HEAD')).toBeUndefined();
  });
});
