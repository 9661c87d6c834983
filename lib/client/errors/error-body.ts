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
  const { error: nested } = Object(value) as JsonObject;
  const isNested = isObject(nested);
  // All but the context is what `flat` and RFC 9457 bodies consist of.
  const {
    type: _type,
    title,
    status,
    detail,
    code,
    message,
    traceId,
    instance: _at,
    error: _phrase,
    path: _path,
    debug: _debug,
    timestamp,
    errors,
    validationErrors,
    ...context
  } = Object(isNested ? nested : value) as JsonObject;
  const said = text(detail, message, title);
  if (!said || (isNested && !text(code))) return undefined;

  const given = isNested ? context['details'] : context;
  const isInvalid = isNested && (code as string).startsWith('VALIDATION_');
  const fields = fieldsOf(isInvalid ? given : validationErrors, errors);
  return {
    status: typeof status === 'number' ? status : undefined,
    ...{ code: text(code), message: said, traceId: text(traceId), timestamp: text(timestamp) },
    details: [fields, given].find((each) => !isObject(each) || Object.keys(each).length),
    fields,
  };
}

function fieldsOf(byField: unknown, errors: unknown): FieldMessages {
  // A field may be called `__proto__`: names come from whoever sent the request.
  const fields = Object.create(null) as Record<string, string[]>;
  const add = (name: string, messages: unknown) => {
    for (const each of [messages].flat()) {
      if (typeof each === 'string') (fields[name] ??= []).push(each);
    }
  };
  if (isObject(byField)) for (const name in byField) add(name, byField[name]);
  for (const item of [errors].flat().filter(isObject)) {
    const { parameter, header, pointer, detail } = item;
    add(text(parameter, header) ?? fieldOf(text(pointer) ?? ''), detail);
  }
  return fields;
}
