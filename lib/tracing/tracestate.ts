const MAX_MEMBERS = 32;
/** What is handed on at most (3.3.3.1). */
const MAX_LENGTH = 512;
const LONG_MEMBER = 128;
/** What is looked at: no valid list of 32 members is longer, but for white space. */
const MAX_READ = 32 * 514;

/** 3.3.2.2: a key and a value of up to 256 characters each, the last of which is no space. */
const MEMBER =
  /^([a-z\d][a-z\d_*/@-]{0,255})=[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/;

/**
 * Reads the `tracestate` of W3C Trace Context Level 2, section 3.3, which anyone may have written.
 * @returns the list to hand on: bounded, without empty members; empty where it is not valid
 */
export function parseTracestate(header: unknown): string {
  if (typeof header !== 'string' || header === '' || header.length > MAX_READ) return '';
  const members = new Map<string, string>();
  for (const part of header.split(',')) {
    const member = withoutWhiteSpace(part);
    if (member === '') continue;
    const key = MEMBER.exec(member)?.[1];
    if (key === undefined) return '';
    // The leftmost of a key is the most recent (3.3.3); duplicates may be discarded (3.5).
    if (!members.has(key)) members.set(key, member);
  }
  return members.size > MAX_MEMBERS ? '' : truncate([...members.values()]).join(',');
}

/** Not by a pattern, which takes the square of the time where a stranger sends thousands of spaces. */
function withoutWhiteSpace(part: string): string {
  let start = 0;
  let end = part.length;
  while (start < end && isWhiteSpace(part[start])) start++;
  while (end > start && isWhiteSpace(part[end - 1])) end--;
  return part.slice(start, end);
}

const isWhiteSpace = (char: string | undefined): boolean => char === ' ' || char === '\t';

/** Whole members only: long ones go first, then those at the end (3.3.3.1). */
function truncate(members: readonly string[]): readonly string[] {
  const kept = [...members];
  for (let index = kept.length - 1; index >= 0 && isTooLong(kept); index--) {
    if ((kept[index]?.length ?? 0) > LONG_MEMBER) kept.splice(index, 1);
  }
  while (isTooLong(kept)) kept.pop();
  return kept;
}

const isTooLong = (members: readonly string[]): boolean => members.join(',').length > MAX_LENGTH;
