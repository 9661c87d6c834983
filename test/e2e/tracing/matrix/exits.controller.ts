import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import {
  Body,
  type CallHandler,
  type CanActivate,
  ConflictException,
  Controller,
  type ExecutionContext,
  Get,
  Logger,
  type NestInterceptor,
  NotFoundException,
  Param,
  ParseIntPipe,
  Post,
  Redirect,
  Req,
  Res,
  Sse,
  StreamableFile,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { IsEmail } from 'class-validator';
import { currentTraceId, TraceId } from 'nestjs-errors';
import { concat, NEVER, of, throwError, timeout } from 'rxjs';
import { take } from '../../late/streams.controller';

class Closed implements CanActivate {
  canActivate(): boolean {
    return false;
  }
}

class Conflicting implements NestInterceptor {
  intercept(_context: ExecutionContext, _next: CallHandler): never {
    throw new ConflictException();
  }
}

class SignUp {
  @IsEmail() email!: string;
}

type AnyResponse = Parameters<typeof take>[0];

/** Fails once its first chunk is on its way, or before. */
function failing(first: string | undefined): PassThrough {
  const stream = new PassThrough();
  const fail = () => void setTimeout(() => stream.destroy(new Error('secret')), 5);
  if (first === undefined) fail();
  else stream.write(first, fail);
  return stream;
}

/** One route for each way out. */
@Controller()
export class ExitsController {
  readonly #logger = new Logger('Exits');

  @Get(['fine', 'long/:name']) fine(@TraceId() traceId: string) {
    this.#logger.log('fine');
    return { traceId, current: currentTraceId() };
  }

  @Get('error') error(): never {
    throw new Error('secret');
  }

  @Get('late-error') async lateError(): Promise<never> {
    await new Promise(setImmediate);
    throw new NotFoundException();
  }

  @Get('guarded') @UseGuards(Closed) guarded(): void {}

  @Get('intercepted') @UseInterceptors(Conflicting) intercepted(): void {}

  @Get('piped/:id') piped(@Param('id', ParseIntPipe) id: number) {
    return { id };
  }

  @Post('validated') validated(@Body() body: SignUp) {
    return body;
  }

  @Get('throttled') @Throttle({ default: { limit: 1, ttl: 60_000 } }) throttled(): void {}

  @Get('timeout') timeout() {
    return NEVER.pipe(timeout(5));
  }

  @Get('unserializable') unserializable() {
    return { big: 1n };
  }

  @Get('moved') @Redirect('/api/fine') moved(): void {
    this.#logger.log('moved');
  }

  @Get('raw') raw(@Res() response: AnyResponse, @TraceId() traceId: string): void {
    this.#logger.log('raw');
    take(response).writeHead(200, { 'X-Trace-Id': 'forged' }).end(JSON.stringify({ traceId }));
  }

  @Get('file-early') fileEarly() {
    return new StreamableFile(failing(undefined));
  }

  @Get('file') file() {
    return new StreamableFile(failing('abc'));
  }

  @Get('lines') lines() {
    return new StreamableFile(failing('{"a":1}\n'), { type: 'application/x-ndjson' });
  }

  @Sse('events') events() {
    return concat(
      of({ data: 'a' }),
      throwError(() => new Error('secret')),
    );
  }

  @Get('abandoned') async abandoned(@Req() request: AnyRequest): Promise<never> {
    const { socket } = request.raw ?? (request as Required<AnyRequest>['raw']);
    await once(socket, 'close');
    throw Object.assign(new Error('This operation was aborted'), { name: 'AbortError' });
  }
}

interface AnyRequest {
  readonly raw?: { readonly socket: NodeJS.EventEmitter };
}
