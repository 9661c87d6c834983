import 'reflect-metadata';
import type { ArgumentMetadata, HttpException, PipeTransform } from '@nestjs/common';
import type { ValidationException } from '../../../../lib/catalog/validation-exception';
import type { MapperContext } from '../../../../lib/record/error-mapper';
import { parsePipeMapper } from '../../../../lib/validation/parse-pipes/parse-pipe.mapper';

const ARGUMENT: ArgumentMetadata = { type: 'query' };

/** What a pipe of Nest's throws for a value. */
export async function thrownBy(pipe: PipeTransform, value: unknown): Promise<unknown> {
  try {
    await pipe.transform(value, ARGUMENT);
  } catch (thrown) {
    return thrown;
  }
  throw new Error('The pipe took the value.');
}

/** What the mapper makes of an exception that a handler's pipe threw for a request. */
export function mapped(
  thrown: unknown,
  controller: Function,
  request: object,
): ValidationException | undefined {
  const handler = (controller.prototype as Record<string, Function>)['handle'];
  const route = handler && { controller, handler };
  const context = { route, request } as unknown as MapperContext;
  return parsePipeMapper(thrown, context) as ValidationException | undefined;
}

/** The status that an exception has by its author's wish; undefined leaves it to the format. */
export function authoredStatus(exception: HttpException | undefined): unknown {
  return (exception as { authoredStatus?: number } | undefined)?.authoredStatus;
}
