import type { FieldMessages } from './codes';
import { isObject, text } from './json';

/** What every format of the contract says about a failure, in one shape. */
export interface ErrorBody {
  readonly status: number | undefined;
  /** Undefined in `flat` bodies, which carry none. */
  readonly code: string | undefined;
  readonly message: string;
  readonly traceId: string | undefined;
  readonly timestamp: string | undefined;
  /** The context of the failure; where fields are to blame, their messages, in every format. */
  readonly details: unknown;
  /** Messages by field; empty where no field is to blame. */
  readonly fields: FieldMessages;
}

/**
 * Reads a parsed body in any of the three formats: nested, flat, RFC 9457.
 * @returns undefined if the value is none of them, such as a proxy's own error
 * @example
 * const body = parseErrorBody(await response.json());
 * if (body?.code === 'VALIDATION_FAILED') show(body.fields);
 */
export function parseErrorBody(value: unknown): ErrorBody | undefined {
  if (!isObject(value)) return undefined;
  const nested = isObject(value['error']) && value['error'];
  const body = nested || value;
  const { code, title, status, detail, traceId, timestamp } = body;
  const message = text(detail) ?? text(body['message']) ?? text(title);
  if (!message || (nested && !text(code))) return undefined;

  const extensions = Object.entries(body).filter(([name]) => !MEMBERS.test(name));
  const context = nested ? nested['details'] : Object.fromEntries(extensions);
  const isInvalid = nested && text(code)?.startsWith('VALIDATION_');
  const fields = fieldsOf(isInvalid ? context : body['validationErrors'], body['errors']);
  return {
    status: typeof status === 'number' ? status : undefined,
    code: text(code),
    message,
    traceId: text(traceId),
    timestamp: text(timestamp),
    details: [fields, context].find((each) => !isObject(each) || Object.keys(each).length > 0),
    fields,
  };
}

/** What `flat` and RFC 9457 bodies consist of; the rest is the context of the failure. */
const MEMBERS =
  /^(type|title|status|detail|instance|code|message|traceId|timestamp|error|path|debug|errors|validationErrors)$/;

function fieldsOf(byField: unknown, errors: unknown): FieldMessages {
  // A field may be called `__proto__`: names come from whoever sent the request.
  const fields = Object.create(null) as Record<string, string[]>;
  const add = (name: string, messages: unknown) => {
    const texts = [messages].flat().filter((each) => typeof each === 'string');
    if (texts.length > 0) (fields[name] ??= []).push(...texts);
  };
  if (isObject(byField)) for (const name of Object.keys(byField)) add(name, byField[name]);
  if (!Array.isArray(errors)) return fields;
  for (const item of errors.filter(isObject)) {
    const { parameter, header, pointer, detail } = item;
    add(text(parameter) ?? text(header) ?? fromPointer(text(pointer) ?? ''), detail);
  }
  return fields;
}

/** `#/items/0/price` → `items[0].price`, as the other formats name the field. */
function fromPointer(pointer: string): string {
  const [, ...segments] = pointer.split('/');
  return segments.map((segment, index) => toNamePart(decode(segment), index)).join('');
}

function toNamePart(segment: string, index: number): string {
  if (/^\d+$/.test(segment)) return `[${segment}]`;
  if (/[.[\]"]/.test(segment)) return `[${JSON.stringify(segment)}]`;
  return index ? `.${segment}` : segment;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return segment;
  }
}
