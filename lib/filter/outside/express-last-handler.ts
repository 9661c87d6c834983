import type { ServerResponse } from 'node:http';
import { type HttpServer, NotFoundException } from '@nestjs/common';
import { urlOf } from '../exchange';
import type { HttpRequest } from '../transports/http-transport';
import type { AnswerOutside } from './answer-outside';

type LastHandler = (error?: unknown) => void;

interface Express {
  handle(request: HttpRequest, response: ServerResponse, last?: LastHandler): void;
}

/**
 * Takes the place of Express's last handler, which answers in HTML what no layer answers: paths
 * outside the global prefix, and failures there. An application mounted in another keeps its own.
 */
export function replaceLastHandler(adapter: HttpServer, answer: AnswerOutside): void {
  const express = adapter.getInstance() as Partial<Express>;
  // Frameworks that only resemble Express have no such handler.
  if (typeof express.handle !== 'function') return;
  const handle = express.handle.bind(express);
  express.handle = (request, response, last) =>
    handle(request, response, last ?? lastHandler(request, response, answer));
}

function lastHandler(
  request: HttpRequest,
  response: ServerResponse,
  answer: AnswerOutside,
): LastHandler {
  return (error) => {
    if (error) answer(error, request, response);
    // Middleware that answers and hands on all the same has found its route.
    else if (!response.headersSent) answer(notFound(request), request, response);
  };
}

/** In the words of Nest, by which the mappers know a route that is missing. */
function notFound(request: HttpRequest): NotFoundException {
  return new NotFoundException(`Cannot ${request.method} ${urlOf(request)}`);
}
