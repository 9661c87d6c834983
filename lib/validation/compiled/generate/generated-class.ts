/** The generated code of one class. */
export interface GeneratedClass {
  build: (value: Record<string, unknown>, level: number) => object;
  /** True only for an instance that class-validator finds valid. */
  accepts: (instance: object) => boolean;
}
