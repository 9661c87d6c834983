import type { FormatContext } from '../formats/error-format';
import { problemFormat } from '../formats/problem.format';
import type { ResolvedFormat } from '../formats/resolve-format';
import { wantsProblem } from '../formats/wants-problem';
import type { ErrorRecord } from '../record/error-record';
import { serializeBody } from './serialize-body';
import type { Answer } from './transports/http-transport';

const NONE = {};
const NEGOTIATED = ['Accept'];
const FIXED: readonly string[] = [];

/** Record → answer. Negotiation changes the body and its media type, never the status. */
export function toAnswer(
  record: ErrorRecord,
  format: ResolvedFormat,
  context: FormatContext,
  accept: unknown,
  negotiate: boolean,
): Answer {
  const chosen = negotiate && wantsProblem(accept, format.mediaType) ? problemFormat : format;
  return {
    status: record.status,
    headers: record.headers ?? NONE,
    varyBy: negotiate ? NEGOTIATED : FIXED,
    body: allowsBody(record.status)
      ? { mediaType: chosen.mediaType, text: serializeBody(record, chosen, context) }
      : undefined,
  };
}

/** RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5. */
function allowsBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}
