import type { DatabaseFailure, FailureKind, FailureReader } from '../database-failure';
import { lookUp, prototypeOf, read, readKeys, readText } from '../read';

const KIND_BY_NAME: Readonly<Record<string, FailureKind>> = {
  DocumentNotFoundError: 'missing',
  VersionError: 'stale',
  MongooseServerSelectionError: 'unreachable',
};

/** A validator's `kind`; those that are not listed are the application's own. */
const KIND_BY_VALIDATOR: Readonly<Record<string, FailureKind>> = {
  required: 'required',
  min: 'range',
  max: 'range',
  minlength: 'range',
  maxlength: 'length',
  enum: 'format',
  regexp: 'format',
  unique: 'unique', // mongoose-unique-validator
};

/** Mongoose: what its models refuse before a database is asked. */
export const readMongooseError: FailureReader = (error) => {
  if (!isMongooseError(error)) return undefined;
  const name = readText(error, 'name');
  if (name === 'CastError') return failureOf(error);
  if (name === 'ValidationError') return failuresOf(error);
  if (isBufferingTimeout(error)) return { kind: 'unreachable' };
  const kind = lookUp(KIND_BY_NAME, name);
  return kind && { kind };
};

/** By the base class, which is two steps away at most. */
function isMongooseError(error: object): boolean {
  const parent = prototypeOf(error);
  const candidates = [error, parent, parent && prototypeOf(parent)];
  return candidates.some((candidate) => readText(candidate, 'name') === 'MongooseError');
}

/** The errors of a subdocument are listed by their own paths, beside one for the whole of it. */
function failuresOf(error: object): readonly DatabaseFailure[] | undefined {
  const errors = read(error, 'errors');
  const model = /^(.+) validation failed/.exec(readText(error, '_message') ?? '')?.[1];
  return readKeys(error, 'errors')
    ?.filter((path) => readText(read(errors, path), 'name') !== 'ValidationError')
    .map((path) => ({ ...failureOf(read(errors, path), path), table: model }));
}

function failureOf(error: unknown, path = readText(error, 'path')): DatabaseFailure {
  const isCast = readText(error, 'name') === 'CastError';
  const validator = lookUp(KIND_BY_VALIDATOR, readText(error, 'kind'));
  return {
    kind: isCast ? 'format' : (validator ?? 'invalid'),
    columns: path === undefined ? undefined : [path],
  };
}

function isBufferingTimeout(error: object): boolean {
  return / buffering timed out after \d+ms$/.test(readText(error, 'message') ?? '');
}
