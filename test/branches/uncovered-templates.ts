import type { CoveredScript } from './block-coverage';
import { holds, idleRanges, type Range } from './uncovered-blocks';

/** What differs between two pieces of code that one template wrote: names in quotes, and numbers. */
const PARAMETER = /"(?:[^"\\]|\\.)*"|\b(?:v|default)\d+\b/g;
const ANY_PARAMETER = String.raw`(?:"(?:[^"\\]|\\.)*"|\b(?:v|default)\d+\b)`;

/**
 * Blocks of generated scripts that ran nowhere: neither here, nor where the same template wrote them
 * for another member or class. A block is told by its line up to it.
 */
export function uncoveredTemplates(scripts: readonly CoveredScript[]): string[] {
  const counted = scripts.map((script) => ({ script, idle: idleRanges(script) }));
  const runs = (pattern: RegExp) =>
    counted.some(({ script, idle }) =>
      [...script.text.matchAll(pattern)].some(({ indices }) => {
        const [start = 0, end = 0] = indices?.[1] ?? [];
        return !idle.some((range) => holds(range, { start, end }));
      }),
    );
  const found = new Map<string, string>();
  for (const { script, idle } of counted) {
    for (const piece of idle.flatMap((range) => linesOf(script.text, range))) {
      const pattern = new RegExp(`^${toPattern(piece.before)}(${toPattern(piece.text)})`, 'dgm');
      if (found.has(pattern.source)) continue;
      found.set(pattern.source, runs(pattern) ? '' : `${piece.before}»${piece.text}«`);
    }
  }
  return [...found.values()].filter((line) => line !== '');
}

/** A piece of a line, and what stands before it on the line. */
interface Piece {
  readonly before: string;
  readonly text: string;
}

function linesOf(text: string, { start, end }: Range): Piece[] {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(first, start);
  const [head = '', ...lines] = text.slice(start, end).split('\n');
  const pieces = [{ before, text: head }, ...lines.map((line) => ({ before: '', text: line }))];
  return pieces.filter((piece) => /[\w{]/.test(piece.text));
}

function toPattern(code: string): string {
  return code
    .split(PARAMETER)
    .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}/-]/g, String.raw`\$&`))
    .join(ANY_PARAMETER);
}
