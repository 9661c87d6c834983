import { ParseArrayPipe } from '@nestjs/common';
import { ValidationException } from '../../catalog/validation-exception';
import { exceedsDepth } from '../exceeds-depth';
import { tooDeep } from '../too-deep';
import type { HandlerParameter } from './handler-parameters';
import { parametersWith } from './piped-parameter';

/** Nest's pipes recurse: far deeper than this, a list exhausts their stack. */
const MAX_DEPTH = 500;

/** A list too deep for `ParseArrayPipe` is the client's failure, not the server's. */
export function readExhaustedStack(
  cause: RangeError,
  parameters: readonly HandlerParameter[],
): ValidationException | undefined {
  const refused = parametersWith(ParseArrayPipe, parameters).find(({ value }) =>
    exceedsDepth(value, MAX_DEPTH),
  );
  return refused && new ValidationException([tooDeep(refused.root, MAX_DEPTH)], { cause });
}
