/** What every format of the contract says about a failure, in one shape. */
export interface ErrorBody {
  readonly status: number | undefined;
  /** Undefined in `flat` bodies, which carry none. */
  readonly code: string | undefined;
  readonly message: string;
  readonly traceId: string | undefined;
  /** Messages by field; empty where no field is to blame. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
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
  const { error } = value;
  if (isObject(error)) return readNested(error);
  if (typeof value['detail'] === 'string') return readProblem(value);
  return typeof value['message'] === 'string' ? readFlat(value) : undefined;
}

function readNested(error: JsonObject): ErrorBody | undefined {
  const { code, message, traceId, details } = error;
  if (typeof code !== 'string' || typeof message !== 'string') return undefined;
  return {
    status: undefined,
    code,
    message,
    traceId: text(traceId),
    fields: messagesOf(code, details),
  };
}

/** In this format `details` is free context, except where validation failed. */
function messagesOf(code: string, details: unknown): ErrorBody['fields'] {
  if (!code.startsWith('VALIDATION_') || !isObject(details)) return {};
  return fromEntries(Object.entries(details).filter(([, messages]) => isTextList(messages)));
}

function readFlat({ status, message, validationErrors }: JsonObject): ErrorBody {
  const entries = isObject(validationErrors) ? Object.entries(validationErrors) : [];
  return {
    status: integer(status),
    code: undefined,
    message: String(message),
    traceId: undefined,
    fields: fromEntries(entries.map(([name, value]) => [name, [String(value)]])),
  };
}

function readProblem({ status, code, detail, traceId, errors }: JsonObject): ErrorBody {
  const fields = new Map<string, string[]>();
  for (const item of Array.isArray(errors) ? (errors as unknown[]) : []) {
    if (!isObject(item) || typeof item['detail'] !== 'string') continue;
    const name = text(item['parameter']) ?? text(item['header']) ?? fromPointer(item['pointer']);
    fields.set(name, [...(fields.get(name) ?? []), item['detail']]);
  }
  return {
    status: integer(status),
    code: text(code),
    message: String(detail),
    traceId: text(traceId),
    fields: fromEntries([...fields]),
  };
}

/** `#/items/0/price` → `items[0].price`, as the other formats name the field. */
function fromPointer(pointer: unknown): string {
  const segments = (text(pointer) ?? '').replace(/^#/, '').split('/').slice(1);
  return segments.map((segment, index) => toNamePart(decode(segment), index)).join('');
}

function toNamePart(segment: string, index: number): string {
  if (/^\d+$/.test(segment)) return `[${segment}]`;
  return index === 0 ? segment : `.${segment}`;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return segment;
  }
}

type JsonObject = Record<string, unknown>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function integer(value: unknown): number | undefined {
  return Number.isInteger(value) ? (value as number) : undefined;
}

/** A field may be called `__proto__`: names come from whoever sent the request. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): ErrorBody['fields'] {
  const object = Object.create(null) as Record<string, readonly string[]>;
  for (const [name, messages] of entries) object[name] = messages as readonly string[];
  return object;
}
