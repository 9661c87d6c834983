import { loadPeer } from '../load-peer';

type ClassValidator = typeof import('class-validator');

/** Options of a property decorator, as class-validator has them. */
export interface IsNotBlankOptions {
  /** Checks each element of a list. @default false */
  readonly each?: boolean;
  /** A text of one's own, which no format rewords. @default 'must not be blank' */
  readonly message?:
    string | ((args: { readonly value: unknown; readonly property: string }) => string);
  readonly groups?: string[];
  readonly always?: boolean;
  /** Data for the answer; `{ code }` replaces the field's code. */
  readonly context?: unknown;
  readonly validateIf?: (object: unknown, value: unknown) => boolean;
}

/**
 * Requires a string with at least one character that is not white space, as Jakarta's `@NotBlank`
 * does: class-validator's `@IsNotEmpty` accepts `'   '`.
 * @example
 * class RegisterRequest {
 *   @IsNotBlank()
 *   organizationName: string;
 * }
 */
export function IsNotBlank(options?: IsNotBlankOptions): PropertyDecorator {
  const { ValidateBy, buildMessage } = loadPeer<ClassValidator>('class-validator', '@IsNotBlank()');
  return ValidateBy(
    {
      name: 'isNotBlank',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && /\S/.test(value),
        defaultMessage: buildMessage(
          (eachPrefix) => `${eachPrefix}$property must not be blank`,
          options,
        ),
      },
    },
    options,
  );
}
