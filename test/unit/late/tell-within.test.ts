import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tellWithin } from '../../../lib/filter/late/streams/tell-within';

const mark = (last: string, isLineStart: boolean) => `${isLineStart ? '' : '\n'}<${last}>`;
const messageOf = (thrown: unknown) => (thrown as Error).message;

async function* failing(chunks: readonly (string | Uint8Array)[]) {
  for (const chunk of chunks) {
    yield chunk;
    await new Promise(setImmediate);
  }
  throw new Error('end');
}

describe('A stream that fails within its body', () => {
  it('keeps all that came before, and ends with a last word on a line of its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string(), fc.constant('\n')), { maxLength: 8 }),
        fc.boolean(),
        async (parts, objectMode) => {
          const whole = parts.join('');
          const chunks = objectMode ? parts : parts.map((part) => Buffer.from(part));
          const copy = tellWithin(Readable.from(failing(chunks), { objectMode }), mark, messageOf);
          const isLineStart = whole === '' || whole.endsWith('\n');
          expect(await text(copy)).toBe(`${whole}${isLineStart ? '' : '\n'}<end>`);
        },
      ),
      { seed: 20_240_115, numRuns: 200 },
    );
  });

  it('fails as it does where there is nothing to say', async () => {
    const copy = tellWithin(Readable.from(failing(['a'])), mark, () => undefined);
    await expect(text(copy)).rejects.toThrow('end');
  });

  it('tells of a stream that was cut off without an error', async () => {
    const source = new PassThrough();
    const copy = tellWithin(source, mark, messageOf);
    source.write('a', () => source.destroy());
    expect(await text(copy)).toBe('a\n<Premature close>');
  });

  it('tells of one that had failed before it was sent', async () => {
    const source = new PassThrough();
    source.on('error', () => {}).destroy(new Error('before'));
    await new Promise((resolve) => source.once('close', resolve));
    expect(await text(tellWithin(source, mark, messageOf))).toBe('<before>');
  });

  it('stops when nobody reads it any more, and then tells nobody', async () => {
    const source = new PassThrough();
    const told: unknown[] = [];
    const copy = tellWithin(source, mark, (thrown) => {
      told.push(thrown);
      return 'told';
    });
    const closed = once(source, 'close');
    copy.destroy();
    await closed;
    expect(source.destroyed).toBe(true);
    expect(told).toEqual([]);
  });

  it('changes nothing where nothing fails', async () => {
    const told: unknown[] = [];
    const copy = tellWithin(Readable.from(['a', 'b']), mark, (thrown) => void told.push(thrown));
    expect(await text(copy)).toBe('ab');
    expect(told).toEqual([]);
  });
});
