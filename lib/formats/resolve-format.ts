import type { BuiltInFormat, ErrorFormat } from './error-format';
import { flatFormat } from './flat.format';
import { nestedFormat } from './nested.format';
import { problemFormat } from './problem.format';

/** The name of a built-in format, or a format of one's own. */
export type FormatOption = keyof typeof BUILT_IN_FORMATS | ErrorFormat;

/** A format with every default filled in. */
export type ResolvedFormat = Required<ErrorFormat> & Partial<BuiltInFormat>;

const BUILT_IN_FORMATS = {
  nested: nestedFormat,
  flat: flatFormat,
  problem: problemFormat,
} as const;

/** @throws TypeError if the option is neither a built-in name nor an object with name and body */
export function resolveFormat(option: FormatOption): ResolvedFormat {
  if (typeof option === 'string') {
    if (Object.hasOwn(BUILT_IN_FORMATS, option)) return BUILT_IN_FORMATS[option];
    throw new TypeError(
      `format: "${String(option)}" is not known. Use 'nested', 'flat', 'problem' or an ErrorFormat object.`,
    );
  }
  const { name, mediaType = 'application/json', validationStatus = 422 } = option;
  if (typeof name !== 'string' || name === '' || typeof option.body !== 'function') {
    throw new TypeError(
      'format: an ErrorFormat object needs a name and a body(record, context) function.',
    );
  }
  if (!Number.isInteger(validationStatus) || validationStatus < 400 || validationStatus > 499) {
    throw new TypeError(`format: validationStatus of "${name}" must be from 400 to 499.`);
  }
  return {
    name,
    mediaType,
    validationStatus,
    body: (record, context) => option.body(record, context),
  };
}
