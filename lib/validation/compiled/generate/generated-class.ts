/** The generated code of one class. */
export interface GeneratedClass {
  build: (value: Record<string, unknown>, level: number) => object;
  /** True only for an instance that class-validator finds valid. */
  accepts: (instance: object) => boolean;
}

/** What throws is not sure: validator.js does at some texts, if the library asks it at all. */
export function surelyAccepts(generated: GeneratedClass, instance: object): boolean {
  try {
    return generated.accepts(instance);
  } catch {
    return false;
  }
}
