import type { Constraint } from '../packages/rule-metadata';
import type { BrokenProperty } from './broken-property';
import type { ClassPlan } from '../plan/class-plan';

/** The options of class-validator that change how rules run. */
export interface ExecutionOptions {
  readonly whitelist: boolean;
  readonly forbidNonWhitelisted: boolean;
  readonly forbidUnknownValues: boolean;
  readonly stopAtFirstError: boolean;
  readonly skipUndefinedProperties: boolean;
  readonly skipNullProperties: boolean;
  readonly skipMissingProperties: boolean;
  readonly dismissDefaultMessages: boolean;
  /** Somebody reads class-validator's texts: also those that field errors have no use for. */
  readonly tellsTexts: boolean;
}

/** One run of the rules of a value. */
export interface Execution {
  readonly options: ExecutionOptions;
  readonly planOf: (target: Function) => ClassPlan;
  readonly constraintsOf: (constraint: Function) => readonly Constraint[];
  /** Whether a nested object is surely valid, so that its rules need not run. */
  readonly accepts: (object: object) => boolean;
  /** Runs the rules of a nested object. */
  readonly execute: (run: Execution, object: object, broken: BrokenProperty[]) => void;
  /** What has to settle before the outcome is known. */
  readonly pending: Promise<unknown>[];
}
