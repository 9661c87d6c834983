/** Where in the request a field was read from. */
export type FieldLocation = 'body' | 'query' | 'path' | 'header' | 'cookie' | 'file';

/** One broken rule of one field, before any format gives it a shape. */
export interface FieldError {
  /** Property names and array indexes from the root of the location: `['items', 0, 'price']`. */
  readonly path: readonly (string | number)[];
  readonly location: FieldLocation;
  /** The rule's own key, as class-validator spells it: `isEmail`, `minLength`. */
  readonly rule: string;
  /** Machine-readable: `VALIDATION_REQUIRED_FIELD`, `VALIDATION_OUT_OF_RANGE`. */
  readonly code: string;
  /** The rule's parameters by name: `{ min: 8, max: 128 }`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** A text without a subject, "must not be blank", or the author's own, kept whole. */
  readonly message: string;
  /** The name that `@Label()` gives to the last property of the path. */
  readonly label?: string;
  /** What was refused, without secrets and cut short; only with `exposeValues`. */
  readonly value?: unknown;
  /** The author wrote the message: no format rewords it. */
  readonly isAuthored?: boolean;
  /** The message is the default text of a schema library: `messages` may replace it. */
  readonly isSchemaDefault?: boolean;
  /** The value was undefined or null: `flat` and `problem` show one required-field error. */
  readonly isMissing?: boolean;
}
