import { currentTrace } from 'nestjs-errors';
import type { LoggerOptions } from 'pino';

/** For `pino(options)`, or nestjs-pino's `LoggerModule.forRoot({ pinoHttp: options })`. */
export const options: LoggerOptions = { mixin: () => ({ ...currentTrace() }) };
