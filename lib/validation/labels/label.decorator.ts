const LABEL = Symbol.for('nestjs-errors.Label');

/**
 * Names a property in sentences of field errors: "Start date is required". Without it the name is
 * made from the property's: "Start date time" of `startDateTime`. Subclasses inherit it.
 * @throws TypeError if the text is blank
 * @example
 * class EventRequest {
 *   @Label('Start date')
 *   @IsDateString()
 *   startDateTime: string;
 * }
 */
export function Label(text: string): PropertyDecorator {
  if (typeof text !== 'string' || text.trim() === '') {
    throw new TypeError('@Label() needs the name of the field, such as @Label("Start date").');
  }
  return (target, property) => {
    Reflect.defineMetadata(LABEL, text, target, property);
  };
}

/** The label that a class, or one that it extends, gives to a property. */
export function labelOf(owner: Function | undefined, property: string): string | undefined {
  const prototype: unknown = owner?.prototype;
  if (typeof prototype !== 'object' || prototype === null) return undefined;
  return Reflect.getMetadata(LABEL, prototype, property) as string | undefined;
}
