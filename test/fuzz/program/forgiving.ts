import * as classValidator from 'class-validator';

interface Validator {
  validate: (this: Validator, value: unknown, args: unknown) => unknown;
}

let isForgiving = false;

/** Validates as class-validator does, but that its own rules are broken where they would throw. */
export async function validateForgiving(
  object: object,
  options?: classValidator.ValidatorOptions,
): Promise<classValidator.ValidationError[]> {
  isForgiving = true;
  try {
    return await classValidator.validate(object, options);
  } finally {
    isForgiving = false;
  }
}

/** Applies a decorator of class-validator; what it registers forgives while the above validates. */
export function registerForgiving(decorate: () => void): void {
  const storage = classValidator.getMetadataStorage();
  const add = storage.addConstraintMetadata.bind(storage);
  storage.addConstraintMetadata = (metadata) => {
    forgive(metadata.target.prototype as Validator);
    add(metadata);
  };
  try {
    decorate();
  } finally {
    Reflect.deleteProperty(storage, 'addConstraintMetadata');
  }
}

function forgive(validator: Validator): void {
  const { validate } = validator;
  validator.validate = function (value, args) {
    try {
      return validate.call(this, value, args);
    } catch (thrown) {
      if (isForgiving) return false;
      throw thrown;
    }
  };
}
