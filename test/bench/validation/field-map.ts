import { join } from 'node:path';
import type { FieldError } from 'nestjs-errors';

interface NestedFormat {
  body(record: object, context: object): { readonly error: { readonly details?: object } };
}

interface Wording {
  in(locale: undefined): object;
}

/** Parts of the package that nobody can import by its name. */
const internal = (path: string) => require(join(__dirname, '../../../../dist', path)) as unknown;

/** Makes what an answer says of refused fields, as the filter does: `{ field: [messages] }`. */
export function fieldMapper(): (exception: unknown) => object | undefined {
  const { nestedFormat } = internal('formats/nested.format') as { nestedFormat: NestedFormat };
  const { BUILT_IN_WORDING } = internal('validation/sentence') as { BUILT_IN_WORDING: Wording };
  const timestamp = new Date();
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  return (exception) => {
    const { fields } = exception as { readonly fields: readonly FieldError[] };
    const record = { code: 'VALIDATION_FAILED', message: 'Request validation failed', fields };
    const wording = BUILT_IN_WORDING.in(undefined);
    const context = { timestamp, traceId, path: '/orders', method: 'POST', wording };
    return nestedFormat.body(record, context).error.details;
  };
}
