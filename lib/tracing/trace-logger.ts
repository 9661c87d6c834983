import { ConsoleLogger, type ConsoleLoggerOptions } from '@nestjs/common';
import { asyncContext, currentTrace } from './trace-context';

/** Positions of what `ConsoleLogger.formatMessage` is called with. */
const CONTEXT_MESSAGE = 4;

/**
 * Nest's ConsoleLogger, in text and in JSON, with the trace and span id of the request on each line
 * that is written for it, however deep in async code.
 * @example
 * const app = await NestFactory.create(AppModule, { logger: new TraceLogger({ json: true }) });
 */
export class TraceLogger extends ConsoleLogger {
  constructor(options?: ConsoleLoggerOptions);
  constructor(context: string, options?: ConsoleLoggerOptions);
  constructor(...args: [(string | ConsoleLoggerOptions)?, ConsoleLoggerOptions?]) {
    super(...(args as [string, ConsoleLoggerOptions]));
    asyncContext.ask();
  }

  /** A line of text has `[traceId spanId]` after its context. */
  protected override formatMessage(
    ...args: Parameters<ConsoleLogger['formatMessage']>
  ): ReturnType<ConsoleLogger['formatMessage']> {
    const trace = currentTrace();
    if (trace !== undefined) args[CONTEXT_MESSAGE] += `[${trace.traceId} ${trace.spanId}] `;
    return super.formatMessage(...args);
  }

  /** A line of JSON has `traceId` and `spanId`. */
  protected override getJsonLogObject(
    ...args: Parameters<ConsoleLogger['getJsonLogObject']>
  ): ReturnType<ConsoleLogger['getJsonLogObject']> {
    return Object.assign(super.getJsonLogObject(...args), currentTrace());
  }
}
