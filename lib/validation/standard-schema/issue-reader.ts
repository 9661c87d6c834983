import type { FieldCode } from '../field-code';
import type { RuleParams } from '../rules/rule-definition';
import type { SchemaIssue } from './standard-schema';

/** What a vendor's issue tells beyond its text. */
export interface IssueReading {
  readonly rule: string;
  /** Of ours, or one that the schema's author gave. */
  readonly code: string;
  readonly params?: RuleParams;
  /** Keys that the schema does not know: each becomes an error of its own. */
  readonly unknownKeys?: readonly string[];
  /** Wrong is the key, not the value under it: that one may well be null. */
  readonly isAboutKey?: boolean;
  /** The library's own text, word for word: nobody chose it for this schema. */
  readonly isDefaultText?: boolean;
}

/** An issue as its vendor makes it: members are read with care. */
export type VendorIssue = SchemaIssue & Readonly<Record<string, unknown>>;

/** Reads the issues of one vendor. */
export interface IssueReader {
  read(issue: VendorIssue): IssueReading;
  /**
   * The issues behind one that only says that something in it is wrong: those of a union's
   * closest branch, of an element. Their paths start where the issue's own does.
   */
  inner?(issue: VendorIssue): readonly SchemaIssue[] | undefined;
}

/** The code under a name of a vendor's, if it is in the table. */
export function codeIn(
  table: Readonly<Record<string, FieldCode>>,
  name: unknown,
): FieldCode | undefined {
  return typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Members that hold issues: each vendor has its own. */
export function issuesIn(value: unknown): readonly VendorIssue[] {
  if (!Array.isArray(value)) return [];
  return value.filter((issue) => typeof issue === 'object' && issue !== null) as VendorIssue[];
}
