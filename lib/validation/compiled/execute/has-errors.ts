import type { BrokenProperty } from './broken-property';

/** Whether anything failed: entries that waited for a promise may have stayed empty. */
export function hasErrors(broken: readonly BrokenProperty[]): boolean {
  return broken.some(
    // What is not allowed has no children, but a rule that failed.
    ({ rules, children }) => rules.length > 0 || hasErrors(children as BrokenProperty[]),
  );
}
