import { HttpException } from '@nestjs/common';
import { ValidationException } from '../../catalog/validation-exception';
import type { ErrorMapper } from '../../record/error-mapper';
import { handlerParameters } from './handler-parameters';
import { nestTextsOf } from './nest-texts';
import { pipeOption } from './pipe-option';
import { readArrayPipe } from './read-array-pipe';
import { readFilePipe } from './read-file-pipe';
import { readScalarPipe } from './read-scalar-pipe';

const READERS = [readScalarPipe, readFilePipe, readArrayPipe];

/**
 * What Nest's Parse* pipes and file validators throw says what was expected, not of which
 * parameter: that is read from the handler's own decorators.
 */
export const parsePipeMapper: ErrorMapper = (thrown, { route, request }) => {
  if (route === undefined || !(thrown instanceof HttpException)) return undefined;
  const texts = nestTextsOf(thrown);
  if (texts === undefined) return undefined;
  const parameters = handlerParameters(route, request);
  for (const read of READERS) {
    const refused = read(texts, parameters);
    if (refused === undefined) continue;
    if (pipeOption(refused.pipe, 'exceptionFactory') !== undefined) return undefined;
    const isOwnStatus =
      thrown.getStatus() !== 400 || pipeOption(refused.pipe, 'errorHttpStatusCode') !== undefined;
    return new ValidationException(refused.fields, {
      cause: thrown,
      ...(isOwnStatus && { status: thrown.getStatus() }),
    });
  }
  return undefined;
};
