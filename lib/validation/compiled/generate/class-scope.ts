import { checkUsual } from '../build/check-usual';
import { copyValue } from '../build/copy-value';
import type { InstanceBuilder } from '../build/instance-builder';
import { isPlainObject, UNUSUAL } from '../build/unusual';
import { SIZE_NAMES } from '../sure/size-tests';
import { INSTANCE_CHECKS } from './instance-checks';
import { SourceScope } from './source-scope';

/** What generated code tells of the instance that it builds. */
export interface BuildState {
  /** Members without rules are left, which class-validator has to remove or to report. */
  isTold: boolean;
}

/** A scope with all that the code of any class refers to. */
export function classScope(builder: InstanceBuilder, maxDepth: number, state: BuildState) {
  const { checkRoot, convert, buildList } = builder;
  const shared = {
    ...SIZE_NAMES,
    ...INSTANCE_CHECKS,
    ...{ UNUSUAL, maxDepth, checkUsual, copyValue, isPlainObject },
    ...{ state, checkRoot, convert, buildList },
    ...{ isArray: Array.isArray, isInteger: Number.isInteger, isFinite: Number.isFinite },
    keysOf: Object.keys,
  };
  const scope = new SourceScope();
  for (const [name, value] of Object.entries(shared)) scope.set(name, value);
  return scope;
}
