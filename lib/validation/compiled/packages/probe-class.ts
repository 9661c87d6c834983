/** A class to try decorators on, which nobody else will ever see. */
export function newProbe(): Function & { readonly prototype: object } {
  return function Probe(): void {};
}
