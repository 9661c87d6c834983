import type { ServerResponse } from 'node:http';
import { PassThrough, Readable } from 'node:stream';
import {
  Body,
  type CanActivate,
  Controller,
  Get,
  HttpCode,
  NotFoundException,
  Post,
  Redirect,
  Res,
  Sse,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import { TraceId } from 'nestjs-errors';
import { of } from 'rxjs';

class Closed implements CanActivate {
  canActivate(): boolean {
    return false;
  }
}

/** Node's response, whichever the platform. */
const raw = (response: { raw?: object }) => (response.raw ?? response) as ServerResponse;

/** One route for each way that an answer can come about. */
@Controller()
export class PathsController {
  @Get('fine') fine(@TraceId() traceId: string) {
    return { traceId };
  }

  @Post('fine') @HttpCode(204) post(@Body() _body: unknown): void {}

  @Get('error') error(): never {
    throw new Error('secret');
  }

  @Get('async-error') async asyncError(): Promise<never> {
    await Promise.resolve();
    throw new NotFoundException();
  }

  @Get('guarded') @UseGuards(Closed) guarded(): void {}

  @Get('moved') @Redirect('/fine') moved(): void {}

  @Get('file') file(): StreamableFile {
    return new StreamableFile(Readable.from(['a', 'b']));
  }

  @Get('broken-file') brokenFile(): StreamableFile {
    const stream = new PassThrough();
    setImmediate(() => stream.destroy(new Error('secret')));
    return new StreamableFile(stream);
  }

  @Sse('events') events() {
    return of({ data: 'a' });
  }

  @Get('raw-end') rawEnd(@Res() response: object): void {
    hijack(response);
    raw(response).end('{"raw":true}');
  }

  @Get('raw-head') rawHead(@Res() response: object): void {
    hijack(response);
    raw(response).writeHead(200, { 'X-Other': 'a' }).end('{"raw":true}');
  }

  @Get('overwritten') overwritten(@Res({ passthrough: true }) response: SetsHeader): never {
    response.header('X-Trace-Id', 'other');
    throw new NotFoundException();
  }
}

interface SetsHeader {
  header(name: string, value: string): unknown;
}

function hijack(response: { hijack?: () => void }): void {
  response.hijack?.();
}
