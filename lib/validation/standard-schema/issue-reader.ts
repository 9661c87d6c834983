import type { FieldCode } from '../field-code';
import type { RuleParams } from '../rules/rule-definition';

/** What a vendor's issue tells beyond its text. */
export interface IssueReading {
  readonly rule: string;
  readonly code: FieldCode;
  readonly params?: RuleParams;
  /** Keys that the schema does not know: each becomes an error of its own. */
  readonly unknownKeys?: readonly string[];
}

/** Issues as their vendors make them: members are read with care. */
export type IssueReader = (issue: Readonly<Record<string, unknown>>) => IssueReading;

/** The code under a name of a vendor's, if it is in the table. */
export function codeIn(
  table: Readonly<Record<string, FieldCode>>,
  name: unknown,
): FieldCode | undefined {
  return typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined;
}
