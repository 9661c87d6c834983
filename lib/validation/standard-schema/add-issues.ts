import type { FieldError } from '../../record/field-error';
import type { FieldErrorList } from '../field-errors/field-error-list';
import type { FieldRoot } from '../field-errors/field-root';
import { ruleText } from '../rules/rule-text';
import { pipeRules } from '../rules/pipe-rules';
import { arktypeReader } from './arktype-issue';
import { followPath } from './follow-path';
import type { IssueReader, IssueReading, VendorIssue } from './issue-reader';
import type { SchemaIssue } from './standard-schema';
import { valibotReader } from './valibot-issue';
import { zodReader } from './zod-issue';

const READERS: ReadonlyMap<string, IssueReader> = new Map([
  ['zod', zodReader],
  ['valibot', valibotReader],
  ['arktype', arktypeReader],
]);

const anyReader: IssueReader = {
  read: () => ({ rule: 'schema', code: 'VALIDATION_INVALID' }),
};

/** Some texts repeat what the client sent, however long that is. */
const MAX_TEXT_LENGTH = 1_000;

/** What a schema found, and in what. */
export interface FoundIssues {
  readonly vendor: string;
  readonly issues: readonly SchemaIssue[];
  readonly value: unknown;
  readonly root: FieldRoot;
}

/** Issues of a Standard Schema → field errors; the schema's texts are their author's. */
export function addIssues({ vendor, issues, value, root }: FoundIssues, list: FieldErrorList) {
  const reader = READERS.get(vendor) ?? anyReader;
  const visit = (issue: VendorIssue): void => {
    const inner = reader.inner?.(issue) ?? [];
    if (inner.length > 0) {
      addEach(inner);
      return;
    }
    const { segments, found } = followPath(value, issue.path ?? []);
    const place = { path: [...root.path, ...segments], location: root.location };
    const reading = reader.read(issue);
    if (reading.unknownKeys) addUnknownFields(reading, place, list);
    else list.add(toFieldError(issue, reading, place, isRequired(reading, found)));
  };
  const addEach = (all: readonly SchemaIssue[]): void => {
    for (const issue of all) {
      if (list.isFull) return;
      visit(issue as VendorIssue);
    }
  };
  addEach(issues);
}

type Place = Pick<FieldError, 'path' | 'location'>;

function toFieldError(
  issue: SchemaIssue,
  { rule, code, params = {}, isDefaultText = false }: IssueReading,
  place: Place,
  isMissing: boolean,
): FieldError {
  return {
    ...place,
    rule,
    params,
    message: textOf(issue),
    isAuthored: true,
    code: isMissing ? 'VALIDATION_REQUIRED_FIELD' : code,
    ...(isDefaultText && { isSchemaDefault: true }),
    ...(isMissing && { isMissing }),
  };
}

function textOf({ message }: SchemaIssue): string {
  const text = String(message);
  return text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)}…` : text;
}

/** A check of the application may fail where no value is, and for another reason. */
function isRequired({ code, rule, isAboutKey }: IssueReading, found: unknown): boolean {
  if (isAboutKey === true || (found !== undefined && found !== null)) return false;
  return code !== 'VALIDATION_INVALID' && rule !== 'custom';
}

/** A body may have any number of them: no more are read than are listed. */
function addUnknownFields(
  { rule, code, params = {}, unknownKeys = [] }: IssueReading,
  { path, location }: Place,
  list: FieldErrorList,
): void {
  const message = ruleText(pipeRules.whitelistValidation, params) ?? '';
  for (const key of unknownKeys) {
    if (list.isFull) return;
    list.add({ path: [...path, key], location, rule, code, params, message });
  }
}
