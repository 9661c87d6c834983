import type { FieldError } from '../../record/field-error';
import { ruleDefinition } from '../rules/rule-table';
import { ruleText } from '../rules/rule-text';

type Told = Omit<FieldError, 'path' | 'location'>;

const SIZE =
  /^Validation failed \((?:current file size is [\d.]+, )?expected size is less than ([\d.]+)\)$/;
const TYPE =
  /^Validation failed \((?:.*[,;] )?expected type is (.+)\)(?: - magic number detection failed, used mimetype fallback)?$/s;

/** What the texts of Nest's own file validators stand for. */
export function readFileText(text: string): Told | undefined {
  if (text === 'File is required') return { ...tell('isDefined', {}), isMissing: true };
  const max = SIZE.exec(text)?.[1];
  if (max !== undefined) return tell('maxFileSize', { max: Number(max) });
  const type = TYPE.exec(text)?.[1];
  return type === undefined ? undefined : tell('fileType', { type });
}

function tell(rule: string, params: Told['params']): Told {
  const definition = ruleDefinition(rule);
  const message = definition && ruleText(definition, params);
  return {
    rule,
    code: definition?.code ?? 'VALIDATION_INVALID',
    params,
    message: message ?? 'invalid value',
  };
}
