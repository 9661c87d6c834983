import { Logger } from '@nestjs/common';
import { checkOptions } from '../check-options';
import type { ErrorsModuleOptions, LogOptions } from '../errors.options';
import type { Redactor } from '../redaction/redactor';
import { defaultLogLevel, FailureLog, type FailureLogger } from './failure-log';
import { FloodGate, type LogBurst } from './flood-gate';
import { Reporter } from './reporter';

/** @throws TypeError naming the wrong option of `log`, `onError` or `ignore` */
export function resolveReporter(
  { log = {}, onError, ignore }: ErrorsModuleOptions,
  redactor: Redactor,
): Reporter {
  const logger = new Logger('ErrorsModule');
  checkFunction('onError', onError);
  checkFunction('ignore', ignore);
  return new Reporter({
    ignore,
    log: log === false ? undefined : resolveLog(log, logger, redactor),
    onError,
    ownFaults: logger,
    redactor,
  });
}

function resolveLog(options: LogOptions, logger: FailureLogger, redactor: Redactor): FailureLog {
  checkOptions('log', options, ['level', 'sample', 'burst']);
  const { level = defaultLogLevel, sample, burst } = options;
  checkFunction('log.level', level);
  checkFunction('log.sample', sample);
  if (burst !== undefined) checkBurst(burst);
  return new FailureLog(logger, redactor, {
    level,
    sample,
    floodGate: burst && new FloodGate(burst),
  });
}

function checkBurst(burst: LogBurst): void {
  checkOptions('log.burst', burst, ['limit', 'windowMs']);
  for (const name of ['limit', 'windowMs'] as const) {
    if (Number.isInteger(burst[name]) && burst[name] > 0) continue;
    throw new TypeError(`log.burst.${name} must be a whole number from 1.`);
  }
}

function checkFunction(where: string, value: unknown): void {
  if (value === undefined || typeof value === 'function') return;
  throw new TypeError(`${where} must be a function.`);
}
