import { getMetadataStorage } from 'class-validator';
import { userCalls } from '../user-code';

/** Those of the candidates that every rule of the property accepts, as far as one can tell alone. */
export function acceptable(
  owner: Function,
  property: string,
  candidates: readonly unknown[],
): unknown[] {
  const storage = getMetadataStorage();
  const rules = storage
    .getTargetValidationMetadatas(owner, '', false, false)
    .filter((rule) => rule.propertyName === property && rule.type === 'customValidation');
  const accepted = candidates.filter((value) =>
    rules.every((rule) => {
      const args = {
        value,
        constraints: rule.constraints ?? [],
        property,
        object: {},
        targetName: '',
      };
      const items: readonly unknown[] = rule.each ? (itemsOf(value) ?? [value]) : [value];
      try {
        return storage
          .getTargetValidatorConstraints(rule.constraintCls)
          .every(({ instance }) => items.every((item) => Boolean(instance.validate(item, args))));
      } catch {
        return false;
      }
    }),
  );
  userCalls.length = 0;
  return accepted;
}

function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return value instanceof Set || value instanceof Map ? [...value.values()] : undefined;
}
