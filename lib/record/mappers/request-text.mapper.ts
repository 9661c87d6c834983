import { codeForStatus } from '../../catalog/code-for-status';
import { isThrownError } from '../../thrown/is-thrown-error';
import { isHttpException } from '../../thrown/original-of';
import { readInteger, readMember, readText } from '../../thrown/read-member';
import type { ErrorMapper } from '../error-mapper';
import { requestFailureOf } from './request-failure-codes';

/** Texts of Fastify and its plugins, and the codes that Nest 11 leaves out. */
const FASTIFY_CODES: Readonly<Record<string, string>> = {
  "Body cannot be empty when content-type is set to 'application/json'":
    'FST_ERR_CTP_EMPTY_JSON_BODY',
  "Body is not valid JSON but content-type is set to 'application/json'":
    'FST_ERR_CTP_INVALID_JSON_BODY',
  'Request body size did not match Content-Length': 'FST_ERR_CTP_INVALID_CONTENT_LENGTH',
  'Missing csrf secret': 'FST_CSRF_MISSING_SECRET',
  'Invalid csrf token': 'FST_CSRF_INVALID_TOKEN',
};

/** What V8 and secure-json-parse say of a text that is no JSON; V8 quotes the text. */
const NO_JSON =
  /(?: (?:in|after) JSON at position \d+(?: \(line \d+ column \d+\))?| is not valid JSON|^Unexpected end of JSON input|^Object contains forbidden prototype property)$/;

/** Other texts of Express and Fastify: the status says it all. */
const PLAIN = /^(?:Failed to decode param '.*'|Request body is too large)$/s;

/**
 * What Nest 11 makes of errors of parsers and plugins: an exception with their text, and nothing
 * else. No author means such a text for a client.
 */
export const requestTextMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown) || !isHttpException(thrown)) return undefined;
  if (readMember(thrown, 'cause') !== undefined) return undefined;
  const status = readInteger(thrown, 'status');
  const text = readText(thrown, 'message');
  if (status === undefined || status < 400 || status > 499 || text === undefined) return undefined;
  if (PLAIN.test(text)) return context.record(codeForStatus(status), { status, cause: thrown });
  if (status === 400 && NO_JSON.test(text)) {
    return context.record('REQUEST_MALFORMED', { cause: thrown });
  }
  const code = Object.hasOwn(FASTIFY_CODES, text) ? FASTIFY_CODES[text] : undefined;
  const failure = code === undefined ? undefined : requestFailureOf(undefined, code);
  return (
    failure && context.record(failure.code, { details: failure.details, status, cause: thrown })
  );
};
