import type { ValidationError } from '@nestjs/common';
import type { FieldError } from '../../record/field-error';
import { labelOf } from '../labels/label.decorator';
import type { FieldErrorList } from './field-error-list';
import type { FieldRoot } from './field-root';
import { propertyErrors } from './property-errors';
import type { RuleIndex } from './rule-index';

/** What is known of the place where a ValidationError stands. */
interface Place {
  readonly path: FieldError['path'];
  /** The class whose property failed; items of a list share that of the list. */
  readonly owner: Function | undefined;
  readonly property: string;
}

/** Everything that reading one tree of errors needs. */
export interface ErrorTree {
  readonly errors: readonly ValidationError[];
  readonly root: FieldRoot;
  readonly metatype: Function | undefined;
  readonly rules: RuleIndex;
}

/** class-validator's tree of errors → a flat list, in the order in which the library reports. */
export function addFieldErrors({ errors, root, metatype, rules }: ErrorTree, list: FieldErrorList) {
  const visit = (error: ValidationError, parent: Place): void => {
    const place = placeOf(error, parent);
    const label = labelOf(place.owner, place.property);
    const shared = { location: root.location, path: place.path, ...(label && { label }) };
    for (const field of propertyErrors(error, { ...place, rules })) {
      list.add({ ...field, ...shared });
    }
    for (const child of error.children ?? []) {
      if (list.isFull) return;
      visit(child, place);
    }
  };
  for (const error of errors) {
    if (list.isFull) return;
    visit(error, { path: root.path, owner: metatype, property: '' });
  }
}

function placeOf({ property, target }: ValidationError, parent: Place): Place {
  // "unknownValue" is said of the whole object.
  if (property === undefined) return parent;
  const path = [...parent.path, toSegment(property, target)];
  if (isList(target)) return { ...parent, path };
  const owner = classOf(target) ?? (parent.property === '' ? parent.owner : undefined);
  return { path, owner, property };
}

function isList(target: unknown): boolean {
  return Array.isArray(target) || target instanceof Set || target instanceof Map;
}

/** Items of arrays and sets go by number, entries of maps by their key. */
function toSegment(property: string, target: unknown): string | number {
  const isNumbered =
    target === undefined ? /^\d{1,9}$/.test(property) : !(target instanceof Map) && isList(target);
  return isNumbered ? Number(property) : property;
}

function classOf(target: object | undefined): Function | undefined {
  const owner: unknown = target?.constructor;
  return typeof owner === 'function' ? owner : undefined;
}
