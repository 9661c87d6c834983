import type { Server } from 'node:http';
import type { HttpServer } from '@nestjs/common';
import type { ApplicationConfig, ModulesContainer } from '@nestjs/core';
import { type AnswerConnection, answerParserErrors } from '../connection/answer-parser-errors';
import { refuseExpectations } from '../connection/refuse-expectations';
import { requireHost } from '../connection/require-host';
import type { ErrorFlow } from './error-flow';
import { guardEventStreams } from './late/events/guard-event-streams';
import { guardFiles } from './late/streams/guard-files';
import { guardReplies } from './late/streams/guard-replies';
import { muteNestLogs } from './late/streams/mute-nest-log';
import { createAnswerOutside } from './outside/answer-outside';
import { replaceLastHandler } from './outside/express-last-handler';
import { answerFrameworkErrors } from './outside/fastify-framework-errors';
import { yieldClientErrors } from './outside/fastify-servers';
import type { HttpRequest } from './transports/http-transport';

/** What failures beyond Nest's exception filters are brought to the flow with. */
export interface Boundaries {
  readonly adapter: HttpServer;
  readonly modules: ModulesContainer;
  readonly config: ApplicationConfig;
  readonly flow: ErrorFlow;
  /** Begins the request's trace, and puts it into the response's header. */
  readonly identify: (request: object, response: object) => unknown;
}

/** Watches where failures pass by Nest's exception filters: outside of routes, and late. */
export function guardBoundaries({ adapter, modules, config, flow, identify }: Boundaries): void {
  const server = adapter.getHttpServer() as Server;
  if (adapter.getType() === 'express') {
    replaceLastHandler(adapter, createAnswerOutside(adapter, flow));
    guardFiles(adapter, flow);
  } else {
    answerFrameworkErrors(adapter, flow, identify);
    guardReplies(adapter.getInstance() as Parameters<typeof guardReplies>[0], flow);
    muteNestLogs(adapter);
    yieldClientErrors(adapter, server);
  }
  guardEventStreams(adapter, modules, config, flow);
  const answer: AnswerConnection = (thrown, request, response) =>
    flow.handle(thrown, request as HttpRequest, response);
  answerParserErrors(server, answer);
  refuseExpectations(server, answer);
  requireHost(server, answer);
}

/** Runs once the adapter has its server, which is after all providers are made. */
export function whenServed(adapter: HttpServer, run: () => void): void {
  const served = adapter as HttpServer & { initHttpServer(options: unknown): void };
  const init = served.initHttpServer.bind(adapter);
  served.initHttpServer = (options) => {
    init(options);
    run();
  };
}
