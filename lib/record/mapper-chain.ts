import { HttpException } from '@nestjs/common';
import { clientAbortMapper } from '../async-errors/client-abort.mapper';
import type { ConstraintRegistry } from '../databases/constraint-registry';
import { parsePipeMapper } from '../validation/parse-pipes/parse-pipe.mapper';
import { builtInMappers } from './built-in-mappers';
import type { ErrorMapper } from './error-mapper';
import { apiExceptionMapper } from './mappers/api-exception.mapper';
import { httpExceptionMapper } from './mappers/http-exception.mapper';

/** Those of the built-in mappers that could know more of a plain exception than Nest does. */
const PLAIN_EXCEPTION_MAPPERS: readonly ErrorMapper[] = [
  apiExceptionMapper,
  clientAbortMapper,
  parsePipeMapper,
  httpExceptionMapper,
];

/** Statuses that parsers, plugins and guards never have: whoever throws them means them. */
const PLAIN_STATUSES = new Set([404, 409, 410, 422]);

/** The mappers, in the order in which they are asked. */
export class MapperChain {
  readonly #all: readonly ErrorMapper[];
  readonly #ofPlainExceptions: readonly ErrorMapper[];

  /** @param own the application's, asked before the built-in ones */
  constructor(own: readonly ErrorMapper[], constraints: ConstraintRegistry | undefined) {
    this.#all = [...own, ...builtInMappers(constraints)];
    this.#ofPlainExceptions = [...own, ...PLAIN_EXCEPTION_MAPPERS];
  }

  /** Most failures are plain exceptions: to ask every source of them would cost half the path. */
  askedOf(thrown: unknown): readonly ErrorMapper[] {
    return isPlainException(thrown) ? this.#ofPlainExceptions : this.#all;
  }
}

/** An exception of Nest's that hides no other. */
export function isPlainException(thrown: unknown): boolean {
  try {
    return (
      thrown instanceof HttpException &&
      thrown.cause === undefined &&
      PLAIN_STATUSES.has(thrown.getStatus())
    );
  } catch {
    return false;
  }
}
