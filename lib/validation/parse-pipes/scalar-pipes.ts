import {
  ParseBoolPipe,
  ParseDatePipe,
  ParseEnumPipe,
  ParseFloatPipe,
  ParseIntPipe,
  ParseUUIDPipe,
} from '@nestjs/common';
import type { FieldCode } from '../field-code';
import type { KnownRule } from '../rules/rule-table';
import type { RuleParams } from '../rules/rule-definition';
import { enumValues } from './enum-values';
import { pipeOption } from './pipe-option';

/** A pipe that parses one text: what it throws, what it takes, and what is told of the rest. */
export interface ScalarPipe {
  readonly pipeClass: abstract new (...args: never[]) => object;
  /** The texts of Nest 11 and 12 alike. */
  readonly text: RegExp;
  readonly rule: KnownRule;
  readonly code: FieldCode;
  /** Whether the pipe takes a value, to tell which of several parameters it refused. */
  accepts(value: unknown, pipe: object | undefined): boolean;
  params?(pipe: object | undefined): RuleParams;
}

const NUMERIC = /^Validation failed \(numeric string is expected\)$/;
const UUID = /^[\da-f]{8}-[\da-f]{4}-([\da-f])[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/i;

export const SCALAR_PIPES: readonly ScalarPipe[] = [
  {
    pipeClass: ParseIntPipe,
    text: NUMERIC,
    rule: 'isInt',
    code: 'VALIDATION_INVALID_FORMAT',
    accepts: (value) => /^-?\d+$/.test(String(value)) && Number.isFinite(Number(value)),
  },
  {
    pipeClass: ParseFloatPipe,
    text: NUMERIC,
    rule: 'isNumber',
    code: 'VALIDATION_INVALID_FORMAT',
    accepts: (value) => String(value).trim() !== '' && Number.isFinite(Number(value)),
  },
  {
    pipeClass: ParseBoolPipe,
    text: /^Validation failed \(boolean string is expected\)$/,
    rule: 'isBoolean',
    code: 'VALIDATION_INVALID_FORMAT',
    accepts: (value) => value === 'true' || value === 'false' || typeof value === 'boolean',
  },
  {
    pipeClass: ParseUUIDPipe,
    text: /^Validation failed \(uuid(?: v \w+)? is expected\)$|^The value passed as UUID is not a string$/,
    rule: 'isUuid',
    code: 'VALIDATION_INVALID_FORMAT',
    accepts(value, pipe) {
      const version = pipeOption(pipe, 'version') ?? 'all';
      const found = typeof value === 'string' ? UUID.exec(value)?.[1] : undefined;
      return found !== undefined && (version === 'all' || found === version);
    },
    params(pipe) {
      const version = pipeOption(pipe, 'version');
      return version === undefined ? {} : { version };
    },
  },
  {
    pipeClass: ParseEnumPipe,
    text: /^Validation failed \(enum string is expected\)$/,
    rule: 'isEnum',
    code: 'VALIDATION_INVALID_VALUE',
    accepts: (value, pipe) => enumValues(pipe).some((allowed) => String(allowed) === value),
    params: (pipe) => ({ values: enumValues(pipe) }),
  },
  {
    pipeClass: ParseDatePipe,
    text: /^Validation failed \((?:no Date provided|invalid date format)\)$/,
    rule: 'isDate',
    code: 'VALIDATION_INVALID_FORMAT',
    accepts: (value) => value !== '' && !Number.isNaN(new Date(value as string).getTime()),
  },
];
