import type { FieldMessages } from './codes';
import { fieldOf } from './field-of';
import { isObject, type JsonObject, text } from './json';

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
  const nested = (value as { error?: unknown } | null)?.error;
  const isNested = isObject(nested);
  const body = isNested ? nested : value;
  const { status, detail, message, title, code, traceId, timestamp, errors } = Object(
    body,
  ) as JsonObject;
  const said = text(detail) ?? text(message) ?? text(title);
  if (!said || (isNested && !text(code))) return undefined;

  const { details, validationErrors } = body as JsonObject;
  const isInvalid = isNested && text(code)?.startsWith('VALIDATION_');
  const fields = fieldsOf(isInvalid ? details : validationErrors, errors);
  const context = isNested ? details : extensionsOf(body as JsonObject);
  return {
    status: typeof status === 'number' ? status : undefined,
    ...{ code: text(code), message: said, traceId: text(traceId), timestamp: text(timestamp) },
    details: [fields, context].find((each) => !isObject(each) || Object.keys(each).length),
    fields,
  };
}

/** What `flat` and RFC 9457 bodies consist of; the rest is the context of the failure. */
const MEMBERS =
  /^(type|title|status|detail|instance|code|message|traceId|timestamp|error|path|debug|errors|validationErrors)$/;

function extensionsOf(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !MEMBERS.test(name)));
}

function fieldsOf(byField: unknown, errors: unknown): FieldMessages {
  // A field may be called `__proto__`: names come from whoever sent the request.
  const fields = Object.create(null) as Record<string, string[]>;
  const add = (name: string, messages: unknown) => {
    for (const each of [messages].flat()) {
      if (text(each) !== undefined) (fields[name] ??= []).push(each as string);
    }
  };
  if (isObject(byField)) for (const name in byField) add(name, byField[name]);
  for (const item of [errors].flat().filter(isObject)) {
    const { parameter, header, pointer, detail } = item;
    add(text(parameter) ?? text(header) ?? fieldOf(text(pointer) ?? ''), detail);
  }
  return fields;
}
