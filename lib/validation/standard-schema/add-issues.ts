import type { FieldError } from '../../record/field-error';
import type { FieldErrorList } from '../field-errors/field-error-list';
import type { FieldRoot } from '../field-errors/field-root';
import { ruleText } from '../rules/rule-text';
import { pipeRules } from '../rules/pipe-rules';
import { readArktypeIssue } from './arktype-issue';
import { followPath } from './follow-path';
import type { IssueReader, IssueReading } from './issue-reader';
import type { SchemaIssue } from './standard-schema';
import { readValibotIssue } from './valibot-issue';
import { readZodIssue } from './zod-issue';

const READERS: ReadonlyMap<string, IssueReader> = new Map([
  ['zod', readZodIssue],
  ['valibot', readValibotIssue],
  ['arktype', readArktypeIssue],
]);

const readAnyIssue: IssueReader = () => ({ rule: 'schema', code: 'VALIDATION_INVALID' });

/** What a schema found, and in what. */
export interface FoundIssues {
  readonly vendor: string;
  readonly issues: readonly SchemaIssue[];
  readonly value: unknown;
  readonly root: FieldRoot;
}

/** Issues of a Standard Schema → field errors; the schema's texts are their author's. */
export function addIssues({ vendor, issues, value, root }: FoundIssues, list: FieldErrorList) {
  const read = READERS.get(vendor) ?? readAnyIssue;
  for (const issue of issues) {
    if (list.isFull) return;
    const reading = read(issue as unknown as Record<string, unknown>);
    const { segments, found } = followPath(value, issue.path ?? []);
    const place = { path: [...root.path, ...segments], location: root.location };
    const errors = reading.unknownKeys
      ? reading.unknownKeys.map((key) =>
          unknownField(reading, { ...place, path: [...place.path, key] }),
        )
      : [toFieldError(issue, reading, place, isRequired(reading, found))];
    for (const error of errors) list.add(error);
  }
}

type Place = Pick<FieldError, 'path' | 'location'>;

function toFieldError(
  { message }: SchemaIssue,
  { rule, code, params = {} }: IssueReading,
  place: Place,
  isMissing: boolean,
): FieldError {
  const told = { ...place, rule, params, message: String(message), isAuthored: true };
  return isMissing ? { ...told, code: 'VALIDATION_REQUIRED_FIELD', isMissing } : { ...told, code };
}

/** A check of the application may fail where no value is, and for another reason. */
function isRequired({ code }: IssueReading, found: unknown): boolean {
  return (found === undefined || found === null) && code !== 'VALIDATION_INVALID';
}

function unknownField({ rule, code, params = {} }: IssueReading, place: Place): FieldError {
  const message = ruleText(pipeRules.whitelistValidation, params) ?? '';
  return { ...place, rule, code, params, message };
}
