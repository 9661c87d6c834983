import type { FailureRow } from './failure-source';

type Expected = Omit<FailureRow, 'failure' | 'raise'>;

/** What clients are told of each code of a database that comes without any name. */
export type CodeTable = readonly (readonly [
  expected: Expected,
  codes: readonly (string | number)[],
])[];

export const BUSY = { code: 'SERVICE_UNAVAILABLE', retryAfter: '1' } as const;
export const DOWN = { code: 'SERVICE_UNAVAILABLE', retryAfter: '5' } as const;
export const TAKEN = { code: 'RESOURCE_CONFLICT' } as const;
export const LOST_RACE = { code: 'RESOURCE_CONFLICT' } as const;
export const DEPENDED_ON = { code: 'RESOURCE_DEPENDENCY' } as const;
export const NO_REFERENCE = { code: 'VALIDATION_REFERENCE_INVALID' } as const;
export const REQUIRED = { code: 'VALIDATION_REQUIRED_FIELD' } as const;
export const OUT_OF_RANGE = { code: 'VALIDATION_OUT_OF_RANGE' } as const;
export const WRONG_FORMAT = { code: 'VALIDATION_INVALID_FORMAT' } as const;
export const FAULT = { code: 'INTERNAL_ERROR' } as const;

/** One row a code: each is raised by the database's side of a real connection. */
export function rowsOfCodes(
  table: CodeTable,
  raise: (code: string | number) => unknown,
): readonly FailureRow[] {
  return table.flatMap(([expected, codes]) =>
    codes.map((code) => ({
      failure: `the code ${code}`,
      raise: () => raise(code),
      ...expected,
    })),
  );
}
