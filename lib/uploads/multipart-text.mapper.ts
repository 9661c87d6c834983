import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { isHttpException, originalOf } from '../thrown/original-of';
import { readInteger, readMember, readText } from '../thrown/read-member';
import { multipartFailure } from './multipart-limits';

/** multer's texts, which are all that Nest 11, and 12 on Fastify, leave of its codes. */
const MULTER_TEXTS: Readonly<Record<string, string>> = {
  'Too many parts': 'LIMIT_PART_COUNT',
  'File too large': 'LIMIT_FILE_SIZE',
  'Too many files': 'LIMIT_FILE_COUNT',
  'Field name too long': 'LIMIT_FIELD_KEY',
  'Field value too long': 'LIMIT_FIELD_VALUE',
  'Too many fields': 'LIMIT_FIELD_COUNT',
  'Unexpected field': 'LIMIT_UNEXPECTED_FILE',
  'Unexpected file field': 'LIMIT_UNEXPECTED_FILE',
  'Field name missing': 'MISSING_FIELD_NAME',
  'Field name nesting too deep': 'LIMIT_FIELD_NESTING',
  'Field name array index too large': 'LIMIT_FIELD_ARRAY_INDEX',
  'Invalid field name': 'INVALID_FIELD_NAME',
  'JSON field values too large': 'LIMIT_JSON_FIELDS_SIZE',
};

/** busboy and @fastify/busboy, which have no codes, and what Nest makes of them. */
const MALFORMED =
  /^(?:Multipart: )?(?:Boundary not found|Malformed part header|Malformed content type|Unexpected end of (?:form|file|multipart data)|(?:Part|File) terminated early due to unexpected end of multipart data|the request was closed before the multipart data was fully parsed|a request field is not a valid JSON as declared by its Content-Type|Request (?:aborted|closed))$/;

/** Failures of forms that have a text alone: told only of requests that are forms. */
export const multipartTextMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown) || !isForm(context.request)) return undefined;
  const message = readText(originalOf(thrown), 'message') ?? '';
  if (MALFORMED.test(message)) return context.record('REQUEST_MALFORMED', { cause: thrown });
  if (message.startsWith('Unsupported content type: ')) {
    return context.record('UNSUPPORTED_MEDIA_TYPE', { cause: thrown });
  }
  const [, text = message, field] = /^(.*?) - (.*)$/s.exec(message) ?? [];
  const code = Object.hasOwn(MULTER_TEXTS, text) ? MULTER_TEXTS[text] : undefined;
  return code !== undefined && hasStatusOf(code, thrown)
    ? multipartFailure({ code, field, thrown }, context)
    : undefined;
};

/** The status that Nest gives the text; the same words under another are an application's own. */
function hasStatusOf(code: string, thrown: Error): boolean {
  const status = code === 'LIMIT_FILE_SIZE' ? 413 : 400;
  return isHttpException(thrown) && readInteger(thrown, 'status') === status;
}

function isForm(request: unknown): boolean {
  const type = readText(readMember(request, 'headers'), 'content-type');
  return type !== undefined && /^multipart\//i.test(type);
}
