import type { ValidationPipeOptions } from '@nestjs/common';
import type { ExecutionOptions } from './execute/execution';

/** The options of Nest's pipe, with the defaults that class-validator gives them. */
export function executionOptions(
  options: ValidationPipeOptions,
  tellsTexts: boolean,
): ExecutionOptions {
  const is = (name: keyof ValidationPipeOptions) => options[name] === true;
  return {
    whitelist: is('whitelist'),
    forbidNonWhitelisted: is('forbidNonWhitelisted'),
    forbidUnknownValues: is('forbidUnknownValues'),
    stopAtFirstError: is('stopAtFirstError'),
    skipUndefinedProperties: is('skipUndefinedProperties'),
    skipNullProperties: is('skipNullProperties'),
    skipMissingProperties: is('skipMissingProperties'),
    dismissDefaultMessages: is('dismissDefaultMessages'),
    tellsTexts,
  };
}
