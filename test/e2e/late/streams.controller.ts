import type { ServerResponse } from 'node:http';
import { createReadStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { Controller, Get, Header, Res, StreamableFile } from '@nestjs/common';

export const SECRET = 'postgres://admin:hunter2@db';

type Chunks = readonly (string | Uint8Array)[];

/** Gives its chunks in turns of their own, then fails. */
export function failingStream(chunks: Chunks): Readable {
  const stream = new PassThrough();
  const next = (at: number): void => {
    const chunk = chunks[at];
    if (chunk === undefined) stream.destroy(new Error(SECRET));
    else stream.write(chunk, () => setTimeout(next, 5, at + 1));
  };
  setTimeout(next, 5, 0);
  return stream;
}

interface AnyResponse {
  readonly raw?: ServerResponse;
  header(name: string, value: string): unknown;
  hijack?(): void;
}

/** Node's own response, whichever the platform; Fastify is told to leave it alone. */
export function take(response: AnyResponse): ServerResponse {
  response.hijack?.();
  return response.raw ?? (response as unknown as ServerResponse);
}

/** Every way in which a body fails before or after its first byte. */
@Controller()
export class StreamsController {
  @Get('file') file() {
    return new StreamableFile(failingStream(['abc']));
  }

  @Get('length') length() {
    return new StreamableFile(failingStream(['abc']), { length: 10 });
  }

  @Get('file-early') @Header('ETag', '"v1"') fileEarly() {
    return new StreamableFile(failingStream([]), {
      type: 'text/csv',
      disposition: 'attachment; filename="report.csv"',
      length: 10,
    });
  }

  @Get('missing') missing() {
    return new StreamableFile(createReadStream('/no/such/hunter2/file'));
  }

  @Get('lines') lines() {
    return new StreamableFile(failingStream(['{"a":1}\n', '{"a":2}\n']), {
      type: 'application/x-ndjson',
    });
  }

  @Get('half-line') halfLine() {
    return new StreamableFile(failingStream(['{"a":1}\n{"a":']), { type: 'application/jsonl' });
  }

  @Get('lines-early') linesEarly() {
    return new StreamableFile(failingStream([]), { type: 'application/ndjson' });
  }

  @Get('sequence') sequence() {
    return new StreamableFile(failingStream(['\u001E{"a":1}\n']), { type: 'application/json-seq' });
  }

  @Get('events') events() {
    return new StreamableFile(failingStream(['data: a\n\n']), {
      type: 'text/event-stream; charset=utf-8',
    });
  }

  @Get('packed-lines') @Header('Content-Encoding', 'x-packed') packedLines() {
    return new StreamableFile(failingStream(['abc']), { type: 'application/x-ndjson' });
  }

  @Get('own-handler') ownHandler() {
    return new StreamableFile(failingStream([])).setErrorHandler((_error, response) => {
      response.statusCode = 503;
      response.send('mine');
    });
  }

  @Get('raw') async raw(@Res() response: AnyResponse): Promise<never> {
    const raw = take(response).writeHead(200, { 'Content-Type': 'text/csv' });
    await new Promise((resolve) => raw.write('a,b\n', resolve));
    throw new Error(SECRET);
  }

  @Get('raw-lines') rawLines(@Res() response: AnyResponse): never {
    take(response).writeHead(200, { 'Content-Type': 'application/x-ndjson' }).write('{"a":1}\n');
    throw new Error(SECRET);
  }

  @Get('raw-events') rawEvents(@Res() response: AnyResponse): never {
    const raw = take(response);
    raw.setHeader('Content-Type', 'text/event-stream');
    raw.write('data: a\n\n');
    throw new Error(SECRET);
  }

  @Get('raw-goes-on') rawGoesOn(@Res() response: AnyResponse): never {
    const raw = take(response);
    raw.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: a\n\n');
    process.nextTick(() => raw.write('data: b\n\n'));
    setTimeout(() => raw.write('data: c\n\n'), 5);
    throw new Error(SECRET);
  }

  @Get('hijacked') hijacked(@Res() response: AnyResponse): never {
    take(response);
    throw new Error(SECRET);
  }

  @Get('ended') ended(@Res() response: AnyResponse): never {
    take(response).end('whole');
    throw new Error(SECRET);
  }
}
