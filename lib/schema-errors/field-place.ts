import type { FieldLocation } from '../record/field-error';
import { readMember } from '../thrown/read-member';

const PARTS: readonly (readonly [member: string, location: FieldLocation])[] = [
  ['body', 'body'],
  ['query', 'query'],
  ['params', 'path'],
];

/** The part of a request that a field was most likely read from. */
export interface FieldPlace {
  readonly location: FieldLocation;
  readonly part: unknown;
  /** The field, or what was to hold it, is in the request: what is told of it is the client's. */
  readonly isFound: boolean;
}

/** A schema that a handler applies says nothing of where its input came from: the request does. */
export function placeOf(field: PropertyKey | undefined, request: unknown): FieldPlace {
  for (const [member, location] of PARTS) {
    const part = readMember(request, member);
    const isFound = field !== undefined && isObject(part) && Object.hasOwn(part, field);
    if (isFound) return { location, part, isFound };
  }
  const body = readMember(request, 'body');
  const isQuery = !isObject(body) && field !== undefined;
  return isQuery
    ? { location: 'query', part: readMember(request, 'query'), isFound: false }
    : { location: 'body', part: body, isFound: false };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
