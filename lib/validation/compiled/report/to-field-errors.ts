import type { FieldError } from '../../../record/field-error';
import { FieldErrorList, type FieldErrorLimits } from '../../field-errors/field-error-list';
import type { FieldRoot } from '../../field-errors/field-root';
import type { PropertyError } from '../../field-errors/property-errors';
import { labelOf } from '../../labels/label.decorator';
import type { BrokenProperty } from '../execute/broken-property';
import type { RuleDefinition } from '../../rules/rule-definition';
import { ruleDefinition } from '../../rules/rule-table';
import type { PropertyPlan } from '../plan/class-plan';
import type { PropertyTeller } from './property-teller';

/** What the tree of broken properties is told with. */
export interface Telling {
  readonly root: FieldRoot;
  readonly limits: FieldErrorLimits;
  readonly tellerOf: (plan: PropertyPlan) => PropertyTeller;
}

interface Place {
  readonly path: FieldError['path'];
  readonly owner: Function | undefined;
  readonly property: string;
}

/** What is broken → the field errors that class-validator's tree of errors would give. */
export function toFieldErrors(
  broken: readonly BrokenProperty[],
  { root, limits, tellerOf }: Telling,
): readonly FieldError[] {
  const list = new FieldErrorList(limits);
  const tell = (property: BrokenProperty, { path, owner, property: name }: Place): void => {
    const teller = property.plan && tellerOf(property.plan);
    const label = teller ? teller.label : labelOf(owner, name);
    for (const field of teller ? teller.tell(property) : tellUnknown(property)) {
      list.add(placed(field, path, root.location, label));
    }
  };
  const visit = (properties: readonly BrokenProperty[], parent: Place): void => {
    for (const property of properties) {
      if (list.isFull) return;
      const place = placeOf(property, parent);
      if (property.rules.length > 0) tell(property, place);
      if (property.children) visit(property.children, place);
    }
  };
  visit(broken, { path: root.path, owner: undefined, property: '' });
  return list.toFields(root.location);
}

/** Member by member: spreading two objects into a third costs more than all the rest. */
function placed(
  field: PropertyError,
  path: FieldError['path'],
  location: FieldError['location'],
  label: string | undefined,
): FieldError {
  const { rule, code, params, message } = field;
  type Mutable = { -readonly [Name in keyof FieldError]: FieldError[Name] };
  const error: Mutable = { path, location, rule, code, params, message };
  if (field.isAuthored) error.isAuthored = true;
  if (field.isMissing) error.isMissing = true;
  if (label) error.label = label;
  return error;
}

function placeOf({ owner, name, plan }: BrokenProperty, parent: Place): Place {
  // An unknown value is said of the whole object.
  if (name === undefined) return parent;
  const isNumbered = Array.isArray(owner) || owner instanceof Set;
  const path = [...parent.path, isNumbered ? Number(name) : name];
  if (isNumbered || owner instanceof Map) return { ...parent, path };
  return { path, owner: plan?.target ?? owner.constructor, property: name };
}

/** An object, or a member of one, that nobody declared: unknownValue, or whitelistValidation. */
function tellUnknown({ rules }: BrokenProperty): PropertyError[] {
  return rules.map(({ key }) => {
    const { code, text } = ruleDefinition(key) as RuleDefinition;
    return { rule: key, code, params: {}, message: String(text) };
  });
}
