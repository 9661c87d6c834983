import type { ArgumentMetadata } from '@nestjs/common';
import type { FieldError, FieldLocation } from '../../record/field-error';
import { isRequestHeaders } from '../request-headers';

/** Where the fields of one handler argument are read from, and the path that leads there. */
export interface FieldRoot {
  readonly location: FieldLocation;
  readonly path: FieldError['path'];
}

const LOCATIONS = { body: 'body', query: 'query', param: 'path', custom: 'body' } as const;

/** `@Body('address')` takes one property: its errors are `address.city`, not `city`. */
export function fieldRootOf(argument: ArgumentMetadata): FieldRoot {
  const { type, data } = argument;
  const location = isRequestHeaders(argument) ? 'header' : LOCATIONS[type];
  return { location, path: typeof data === 'string' && data !== '' ? [data] : [] };
}
