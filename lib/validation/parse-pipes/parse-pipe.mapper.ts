import { HttpException, ParseFilePipe } from '@nestjs/common';
import { ValidationException } from '../../catalog/validation-exception';
import type { ErrorMapper } from '../../record/error-mapper';
import { type HandlerParameter, handlerParameters } from './handler-parameters';
import { nestTextsOf } from './nest-texts';
import { pipeOption } from './pipe-option';
import { readArrayPipe } from './read-array-pipe';
import { readExhaustedStack } from './read-exhausted-stack';
import { readFilePipe } from './read-file-pipe';
import { readScalarPipe } from './read-scalar-pipe';
import { DEFAULT_STATUS, mayRefuseWith } from './refusal-statuses';

const READERS = [readScalarPipe, readFilePipe, readArrayPipe];

/**
 * What Nest's Parse* pipes and file validators throw says what was expected, not of which
 * parameter: that is read from the handler's own decorators.
 */
export const parsePipeMapper: ErrorMapper = (thrown, { route, request }) => {
  if (route === undefined) return undefined;
  if (thrown instanceof HttpException && mayRefuseWith(thrown.getStatus(), route)) {
    return readException(thrown, handlerParameters(route, request));
  }
  return thrown instanceof RangeError
    ? readExhaustedStack(thrown, handlerParameters(route, request))
    : undefined;
};

function readException(thrown: HttpException, parameters: readonly HandlerParameter[]) {
  const texts = nestTextsOf(thrown);
  if (texts === undefined) return undefined;
  for (const read of READERS) {
    const refused = read(texts, parameters);
    if (refused === undefined) continue;
    if (!isOwnException(thrown, refused.pipe)) return undefined;
    const isOwnStatus = thrown.getStatus() !== DEFAULT_STATUS || hasOwnStatus(refused.pipe);
    return new ValidationException(refused.fields, {
      cause: thrown,
      ...(isOwnStatus && { status: thrown.getStatus() }),
    });
  }
  return undefined;
}

/** An exception of the author's, or of another status than the pipe has, is not the pipe's. */
function isOwnException(thrown: HttpException, pipe: object | undefined): boolean {
  if (pipeOption(pipe, 'exceptionFactory') !== undefined) return false;
  // File pipes do not keep the options they were given.
  if (pipe instanceof ParseFilePipe) return true;
  return thrown.getStatus() === (pipeOption(pipe, 'errorHttpStatusCode') ?? DEFAULT_STATUS);
}

function hasOwnStatus(pipe: object | undefined): boolean {
  return pipeOption(pipe, 'errorHttpStatusCode') !== undefined;
}
