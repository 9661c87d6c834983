let canGenerateCode: boolean | undefined;

/** Whether code may be made of strings: not under `--disallow-code-generation-from-strings`. */
export function canGenerate(): boolean {
  if (canGenerateCode === undefined) {
    try {
      canGenerateCode = makeFunction([], 'return true')() === true;
    } catch {
      canGenerateCode = false;
    }
  }
  return canGenerateCode;
}

/** Makes a function of source text; every name in it comes from a plan, quoted as JSON. */
export function makeFunction(parameters: readonly string[], source: string): Function {
  return Reflect.construct(Function, [...parameters, source]);
}
