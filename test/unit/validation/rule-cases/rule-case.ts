/** One decorator, a value that breaks it, and what is told of the failure. */
export interface RuleCase {
  readonly name: string;
  readonly decorator: PropertyDecorator;
  readonly value: unknown;
  readonly rule: string;
  readonly code: string;
  readonly message: string;
  readonly params: object;
}

type Row = readonly [
  name: string,
  decorator: PropertyDecorator,
  value: unknown,
  rule: string,
  message: string,
  params?: object,
];

/** Cases of one code. */
export function casesOf(code: string, rows: readonly Row[]): RuleCase[] {
  return rows.map(([name, decorator, value, rule, message, params = {}]) => ({
    name,
    decorator,
    value,
    rule,
    message,
    params,
    code: `VALIDATION_${code}`,
  }));
}
