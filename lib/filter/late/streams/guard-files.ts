import type { ServerResponse } from 'node:http';
import { type HttpServer, StreamableFile } from '@nestjs/common';
import type { ErrorFlow } from '../../error-flow';
import type { HttpRequest } from '../../transports/http-transport';
import { frameOf } from '../frame-of';
import { muteNestLog } from './mute-nest-log';
import { StreamedFailure } from './streamed-failure';
import { tellWithin } from './tell-within';

type ExpressResponse = ServerResponse & { readonly req: HttpRequest };

/** Nest's own, by its text: each file has a function of its own. */
const NEST_HANDLER = String(new StreamableFile(new Uint8Array()).errorHandler);

/**
 * Answers for files and generators whose stream fails. Nest's Express adapter would send 400 and
 * a text. A file that has an error handler of the application is left to that.
 */
export function guardFiles(adapter: HttpServer, flow: ErrorFlow): void {
  const reply = adapter.reply.bind(adapter);
  adapter.reply = (response: ExpressResponse, body: unknown, statusCode?: number) => {
    if (body instanceof StreamableFile && String(body.errorHandler) === NEST_HANDLER) {
      guardFile(body, response, flow);
    }
    return reply(response, body, statusCode) as unknown;
  };
}

function guardFile(file: StreamableFile, response: ExpressResponse, flow: ErrorFlow): void {
  const stream = file.getStream();
  const failure = new StreamedFailure(flow, response.req, response, response);
  muteNestLog(stream);
  file.setErrorHandler((thrown) => failure.handle(thrown, stream));

  const { type, length } = file.getHeaders();
  const own: Record<string, unknown> = { 'content-type': type, 'content-length': length };
  const header = (name: string): unknown => response.getHeader(name) ?? own[name];
  const frame = frameOf(header, response.req.method);
  if (frame === undefined) return;
  const copy = tellWithin(stream, frame, (thrown) => failure.tell(thrown));
  file.getStream = () => copy;
}
