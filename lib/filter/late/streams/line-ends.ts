import { Transform, type TransformCallback } from 'node:stream';

const NEWLINE = 0x0a;

/** Passes chunks on as they are, one at a time, and remembers whether the last one ended a line. */
export class LineEnds extends Transform {
  isLineStart = true;

  constructor(objectMode: boolean) {
    super(objectMode ? { objectMode, highWaterMark: 1 } : {});
  }

  override _transform(chunk: unknown, _encoding: string, done: TransformCallback): void {
    if (typeof chunk === 'string') this.#follow(chunk.length, chunk.endsWith('\n'));
    if (chunk instanceof Uint8Array) this.#follow(chunk.length, chunk.at(-1) === NEWLINE);
    done(null, chunk);
  }

  #follow(length: number, endsLine: boolean): void {
    if (length > 0) this.isLineStart = endsLine;
  }
}
