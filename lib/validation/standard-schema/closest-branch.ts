import type { VendorIssue } from './issue-reader';

type Branch = readonly VendorIssue[];

/**
 * The one branch of a union that the value was most likely meant for: of the right kind as a
 * whole, and with the right tag. Undefined where that could be several, or none.
 */
export function closestBranch(
  branches: readonly Branch[],
  isWrongTag: (issue: VendorIssue) => boolean,
): Branch | undefined {
  const candidates = branches.filter(
    (branch) => branch.length > 0 && branch.every(({ path = [] }) => path.length > 0),
  );
  const tagged = candidates.filter((branch) => !branch.some(isWrongTag));
  const [closest, ...others] = tagged.length > 0 ? tagged : candidates;
  return others.length === 0 ? closest : undefined;
}
