import type { ParseArrayPipe, Type, ValidationError, ValidationPipeOptions } from '@nestjs/common';
import { loadPeer } from '../../load-peer';
import type { FieldError } from '../../record/field-error';
import { FieldErrorList } from '../field-errors/field-error-list';
import { RuleIndex, type RuleStorage } from '../field-errors/rule-index';
import { addFieldErrors } from '../field-errors/to-field-errors';
import { resolveValidationOptions } from '../validation.options';
import type { PipedParameter } from './piped-parameter';

interface Validator {
  validateSync(object: object, options: object): ValidationError[];
  getMetadataStorage(): RuleStorage;
}

interface Transformer {
  plainToInstance(type: Type, plain: unknown, options: object | undefined): unknown;
}

type ArrayOptions = ValidationPipeOptions & { readonly items?: Type; readonly separator?: string };

const FEATURE = 'ParseArrayPipe';
const PRIMITIVES = new Set<unknown>([String, Number, Boolean]);

/**
 * Finds the broken rules of a refused list's items: only synchronous rules, and only up to the
 * first item that breaks one unless the pipe goes on. Undefined where none is found.
 */
export function revalidateItems({
  pipe,
  value,
  root,
}: PipedParameter<ParseArrayPipe>): readonly FieldError[] | undefined {
  const { items: type, ...options } = optionsOf(pipe);
  if (type === undefined || PRIMITIVES.has(type)) return undefined;
  try {
    const validator = loadPeer<Validator>('class-validator', FEATURE);
    const transformer = loadPeer<Transformer>('class-transformer', FEATURE);
    const rules = new RuleIndex(validator.getMetadataStorage(), options);
    const list = new FieldErrorList(resolveValidationOptions({}));
    let isBroken = false;
    for (const [index, item] of itemsOf(value, options).entries()) {
      const instance = transformer.plainToInstance(type, item, options.transformOptions);
      const errors = validate(instance, validator, options);
      const path = [...root.path, index];
      addFieldErrors({ errors, root: { ...root, path }, metatype: type, rules }, list);
      isBroken ||= errors.length > 0;
      if (list.isFull || (isBroken && options.stopAtFirstError !== false)) break;
    }
    return isBroken ? list.toFields(root.location) : undefined;
  } catch {
    // Rules and transformers are the application's code: here they only help to tell more.
    return undefined;
  }
}

function optionsOf(pipe: object | undefined): ArrayOptions {
  const { options = {} }: { readonly options?: ArrayOptions } = pipe ?? {};
  return options;
}

function validate(
  instance: unknown,
  validator: Validator,
  options: ArrayOptions,
): ValidationError[] {
  if (typeof instance !== 'object' || instance === null) return [];
  return validator.validateSync(instance, {
    forbidUnknownValues: false,
    ...options,
    validationError: { target: true, value: true },
  });
}

/** As the pipe itself reads them: a list, or one text with separators; each may be JSON. */
function itemsOf(value: unknown, { separator = ',' }: ArrayOptions): unknown[] {
  const items: unknown[] =
    typeof value === 'string' ? value.trim().split(separator) : Array.isArray(value) ? value : [];
  return items.map((item) => (typeof item === 'string' ? parseItem(item) : item));
}

function parseItem(item: string): unknown {
  try {
    return JSON.parse(item) as unknown;
  } catch {
    return item;
  }
}
