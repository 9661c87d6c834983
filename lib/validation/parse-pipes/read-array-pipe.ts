import { ParseArrayPipe } from '@nestjs/common';
import type { FieldError } from '../../record/field-error';
import type { HandlerParameter } from './handler-parameters';
import type { NestTexts } from './nest-texts';
import { parametersWith } from './piped-parameter';
import type { RefusedPipe } from './refused-pipe';
import { revalidateItems } from './revalidate-items';

const NO_ARRAY = 'Validation failed (parsable array expected)';
const ITEM = /^\[(\d{1,9})\] (.*)$/s;

/** `item must be …`: what the pipe says of items that are no class. */
const ITEM_RULES: Readonly<Record<string, Pick<FieldError, 'rule' | 'message'>>> = {
  'item must be a number': { rule: 'isNumber', message: 'must be a number' },
  'item must be a boolean value': { rule: 'isBoolean', message: 'must be a boolean' },
};

/** Reads what `ParseArrayPipe` threw: no array, items of a wrong type, or broken rules of items. */
export function readArrayPipe(
  texts: NestTexts,
  parameters: readonly HandlerParameter[],
): RefusedPipe | undefined {
  for (const parameter of parametersWith(ParseArrayPipe, parameters)) {
    const { root, value, pipe } = parameter;
    if (texts.first === NO_ARRAY) {
      if (isList(value) && parameter.isValueKnown) continue;
      return { fields: [notAnArray(parameter)], pipe };
    }
    // The items' own texts carry no rule and, by default, no index: their class still tells both.
    const fields =
      (texts.isList ? revalidateItems(parameter) : undefined) ??
      texts.all.flatMap((text) => readItem(text, root));
    if (fields.length > 0) return { fields, pipe };
  }
  return undefined;
}

function isList(value: unknown): boolean {
  return Array.isArray(value) || (typeof value === 'string' && value !== '');
}

function notAnArray({ root, value, isValueKnown }: HandlerParameter): FieldError {
  const isMissing = isValueKnown && (value === undefined || value === null);
  const told = isMissing
    ? { code: 'VALIDATION_REQUIRED_FIELD', message: 'must not be null', isMissing }
    : { code: 'VALIDATION_INVALID_TYPE', message: 'must be an array' };
  return { ...root, rule: 'isArray', params: {}, ...told };
}

function readItem(text: string, root: HandlerParameter['root']): FieldError[] {
  const [, index, rest] = ITEM.exec(text) ?? [];
  if (index === undefined || rest === undefined) return [];
  const path = [...root.path, Number(index)];
  const place = { path, location: root.location, params: {} };
  const rule = Object.hasOwn(ITEM_RULES, rest) ? ITEM_RULES[rest] : undefined;
  return rule
    ? [{ ...place, ...rule, code: 'VALIDATION_INVALID_TYPE' }]
    : [{ ...place, rule: 'item', code: 'VALIDATION_INVALID', message: rest, isAuthored: true }];
}
