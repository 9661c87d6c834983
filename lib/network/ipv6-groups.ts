const COLON = 58;
const DOT = 46;
const NINE = 57;

/** Reads the eight groups of a valid IPv6 text (no zone), in one pass: each request may need it. */
export function ipv6Groups(text: string): number[] {
  const groups: number[] = [];
  let gap = -1;
  let group = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === DOT) {
      groups.push(...quadGroups(text.slice(start)));
      return expandGap(groups, gap);
    }
    if (char !== COLON) {
      // The low five bits of a hexadecimal letter, of either case, count from 1.
      group = (group << 4) | (char <= NINE ? char & 15 : (char & 31) + 9);
      continue;
    }
    if (at > start) groups.push(group);
    else if (at > 0) gap = groups.length;
    group = 0;
    start = at + 1;
  }
  if (start < text.length) groups.push(group);
  return expandGap(groups, gap);
}

function expandGap(groups: number[], gap: number): number[] {
  if (gap === -1) return groups;
  const tail = groups.splice(gap);
  while (groups.length + tail.length < 8) groups.push(0);
  groups.push(...tail);
  return groups;
}

function quadGroups(quad: string): [number, number] {
  const [a = 0, b = 0, c = 0, d = 0] = quad.split('.').map(Number);
  return [(a << 8) | b, (c << 8) | d];
}
