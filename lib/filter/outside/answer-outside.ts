import { type ArgumentsHost, type HttpServer } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { ErrorFlow } from '../error-flow';
import type { HttpRequest } from '../transports/http-transport';

/** Answers a failure that no exception filter is asked about. */
export type AnswerOutside = (thrown: unknown, request: HttpRequest, response: object) => void;

/** As the exception filter does: what the application leaves to Nest is Nest's here, too. */
export function createAnswerOutside(adapter: HttpServer, flow: ErrorFlow): AnswerOutside {
  const nest = new BaseExceptionFilter(adapter);
  return (thrown, request, response) => {
    if (flow.leaves(thrown)) nest.catch(thrown, hostOf(request, response));
    else flow.handle(thrown, request, response);
  };
}

/** As much of it as Nest's filter asks for. */
function hostOf(...args: readonly object[]): ArgumentsHost {
  return { getArgByIndex: (index: number) => args[index] } as ArgumentsHost;
}
