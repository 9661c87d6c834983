import type { FieldError } from '../../../record/field-error';
import { FieldErrorList, type FieldErrorLimits } from '../../field-errors/field-error-list';
import type { FieldRoot } from '../../field-errors/field-root';
import type { PropertyError } from '../../field-errors/property-errors';
import { labelOf } from '../../labels/label.decorator';
import type { BrokenProperty } from '../execute/broken-property';
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
  const visit = (property: BrokenProperty, parent: Place): void => {
    const place = placeOf(property, parent);
    if (property.rules.length > 0) {
      const label = labelOf(place.owner, place.property);
      const shared = { location: root.location, path: place.path, ...(label && { label }) };
      const { plan } = property;
      const told = plan ? tellerOf(plan).tell(property) : tellUnknown(property);
      for (const field of told) list.add({ ...field, ...shared });
    }
    for (const child of property.children ?? []) {
      if (list.isFull) return;
      visit(child, place);
    }
  };
  for (const property of broken) {
    if (list.isFull) break;
    visit(property, { path: root.path, owner: undefined, property: '' });
  }
  return list.toFields(root.location);
}

function placeOf({ owner, name, plan }: BrokenProperty, parent: Place): Place {
  // An unknown value is said of the whole object.
  if (name === undefined) return parent;
  const isNumbered = Array.isArray(owner) || owner instanceof Set;
  const path = [...parent.path, isNumbered ? Number(name) : name];
  if (isNumbered || owner instanceof Map) return { ...parent, path };
  return { path, owner: plan?.target ?? owner.constructor, property: name };
}

/** An object, or a member of one, that nobody declared. */
function tellUnknown({ rules }: BrokenProperty): PropertyError[] {
  return rules.flatMap(({ key }) => {
    const definition = ruleDefinition(key);
    if (definition === undefined) return [];
    return { rule: key, code: definition.code, params: {}, message: String(definition.text) };
  });
}
