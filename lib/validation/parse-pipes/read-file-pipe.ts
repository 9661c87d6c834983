import { type FileValidator, ParseFilePipe } from '@nestjs/common';
import type { FieldError } from '../../record/field-error';
import type { HandlerParameter } from './handler-parameters';
import type { NestTexts } from './nest-texts';
import { parametersWith } from './piped-parameter';
import { readFileText } from './read-file-text';
import type { RefusedPipe } from './refused-pipe';

/** What file interceptors leave of an upload. */
interface UploadedFile {
  readonly fieldname?: unknown;
}

/** Reads what `ParseFilePipe` and its validators threw. */
export function readFilePipe(
  { first: text }: NestTexts,
  parameters: readonly HandlerParameter[],
): RefusedPipe | undefined {
  const piped = parametersWith(ParseFilePipe, parameters);
  for (const { root, value, pipe } of piped) {
    for (const [position, file] of filesOf(value).entries()) {
      const validator = pipe?.getValidators().find((candidate) => says(candidate, file, text));
      if (!validator) continue;
      const path = Array.isArray(value) ? [...nameOf(file, root), position] : nameOf(file, root);
      return { fields: [{ ...root, path, ...(readFileText(text) ?? ownText(text)) }], pipe };
    }
  }
  const told = readFileText(text);
  const found = told?.isMissing ? piped.find(({ value }) => filesOf(value).length === 0) : piped[0];
  const { root, pipe } = found ?? piped[0] ?? {};
  return told && root && { fields: [{ ...root, ...told }], pipe };
}

/** A validator knows what it says of a file, also in its author's own words. */
function says(validator: FileValidator, file: unknown, text: string): boolean {
  try {
    return validator.buildErrorMessage(file) === text;
  } catch {
    return false;
  }
}

function ownText(message: string) {
  const rule = 'file';
  return { rule, code: 'VALIDATION_INVALID', params: {}, message, isAuthored: true };
}

function filesOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The form's own name for the file, where the interceptor tells it. */
function nameOf(file: unknown, root: HandlerParameter['root']): FieldError['path'] {
  const name = (file as UploadedFile | null | undefined)?.fieldname;
  return typeof name === 'string' && name !== '' ? [name] : root.path;
}
