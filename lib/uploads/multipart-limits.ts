import type { MapperContext } from '../record/error-mapper';
import type { ErrorRecord } from '../record/error-record';
import { ValidationException } from '../catalog/validation-exception';

/** What multer calls it, and which of its `limits` a client must keep. */
const LIMITS: Readonly<Record<string, string>> = {
  LIMIT_PART_COUNT: 'parts',
  LIMIT_FILE_SIZE: 'fileSize',
  LIMIT_FILE_COUNT: 'files',
  LIMIT_FIELD_COUNT: 'fields',
  LIMIT_FIELD_VALUE: 'fieldSize',
  LIMIT_JSON_FIELDS_SIZE: 'jsonFieldsSize',
};

/** Names of fields that no reader of forms takes. */
const MALFORMED = new Set([
  'LIMIT_FIELD_KEY',
  'LIMIT_FIELD_NESTING',
  'LIMIT_FIELD_ARRAY_INDEX',
  'INVALID_FIELD_NAME',
  'MISSING_FIELD_NAME',
]);

const MAX_FIELD_LENGTH = 100;

/** A failure of a form by multer's code, which Nest's interceptors on Fastify use as well. */
export interface MultipartFailure {
  readonly code: string;
  /** The form's field, where it is known. */
  readonly field: string | undefined;
  readonly thrown: unknown;
}

export function multipartFailure(
  { code, field, thrown }: MultipartFailure,
  context: MapperContext,
): ErrorRecord | ValidationException | undefined {
  const name = field?.slice(0, MAX_FIELD_LENGTH);
  if (code === 'LIMIT_UNEXPECTED_FILE') return unexpectedFile(name, thrown);
  if (MALFORMED.has(code)) return context.record('REQUEST_MALFORMED', { cause: thrown });
  if (!Object.hasOwn(LIMITS, code)) return undefined;
  const details = { limit: LIMITS[code], ...(name !== undefined && { field: name }) };
  return context.record('PAYLOAD_TOO_LARGE', { details, cause: thrown });
}

/** No file is expected under this name, or no more of them. */
function unexpectedFile(name: string | undefined, cause: unknown): ValidationException {
  const path = name === undefined ? [] : [name];
  const told = { rule: 'unexpectedFile', code: 'VALIDATION_UNKNOWN_FIELD', params: {} };
  const message = 'is not an expected file';
  return new ValidationException([{ path, location: 'file', ...told, message }], { cause });
}
