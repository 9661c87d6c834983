import { finished, type Readable } from 'node:stream';
import type { Frame } from '../frames';
import { LineEnds } from './line-ends';

/**
 * A copy of a stream that fails as the stream does, unless `tell` has a last word to say: then
 * that is its last record, and it ends well.
 */
export function tellWithin(
  source: Readable,
  frame: Frame,
  tell: (thrown: unknown) => string | undefined,
): Readable {
  const copy = new LineEnds(source.readableObjectMode);
  finished(source, { writable: false }, (failure) => {
    if (!failure || copy.destroyed) return;
    const text = tell(failure);
    if (text === undefined) copy.destroy(failure);
    else copy.end(frame(text, copy.isLineStart));
  });
  // Who sends the copy destroys it when the client leaves.
  finished(copy, () => {
    if (!source.readableEnded) source.destroy();
  });
  return source.pipe(copy);
}
