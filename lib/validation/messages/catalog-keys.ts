import { misspeltFieldCode, toFieldCode } from '../field-code';
import { misspeltRule } from '../rules/rule-table';

const CODE = /^[A-Z][A-Z\d_]*$/;

/** @throws TypeError if a known rule was meant */
export function checkRule(rule: string, where: string): string {
  const meant = misspeltRule(rule);
  if (meant === undefined) return rule;
  throw new TypeError(`${where} has no rule "${rule}". Did you mean "${meant}"?`);
}

/** @throws TypeError if it is no code, or if a built-in one was meant */
export function checkCode(code: string, where: string): string {
  if (!CODE.test(code)) {
    throw new TypeError(
      `${where}: "${code}" is no code: codes are upper case, such as OUT_OF_RANGE. Texts by rule belong under "rules".`,
    );
  }
  const meant = misspeltFieldCode(code);
  if (meant === undefined) return toFieldCode(code);
  throw new TypeError(`${where} has no code "${code}". Did you mean "${meant}"?`);
}

/** The texts of a field stand by rule or by code. */
export function checkKey(key: string, where: string): string {
  if (key === '') return key;
  return CODE.test(key) ? checkCode(key, where) : checkRule(key, where);
}
