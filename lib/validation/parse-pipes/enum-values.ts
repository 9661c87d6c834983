/** The values that a `ParseEnumPipe` takes: a numeric enum's reverse mapping is none of them. */
export function enumValues(pipe: object | undefined): readonly unknown[] {
  const { enumType } = (pipe ?? {}) as { readonly enumType?: Readonly<Record<string, unknown>> };
  return Object.entries(enumType ?? {})
    .filter(([key, value]) => !isReverseMapping(key, value, enumType ?? {}))
    .map(([, value]) => value);
}

function isReverseMapping(
  key: string,
  value: unknown,
  enumType: Readonly<Record<string, unknown>>,
): boolean {
  return (
    typeof value === 'string' &&
    typeof enumType[value] === 'number' &&
    String(enumType[value]) === key
  );
}
