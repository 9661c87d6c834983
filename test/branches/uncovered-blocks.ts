import { SourceMap, type SourceMapPayload } from 'node:module';
import type { CoveredScript } from './block-coverage';

/** A piece of a script that never ran. */
export interface Uncovered {
  /** File and line of the source, or the line of a script that has none. */
  readonly place: string;
  readonly text: string;
}

/** From where to where in the text of a script. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Blocks that ran in none of the copies of one script. They are told apart by where they are: in a
 * copy where the whole function did not run, V8 does not list what is inside of it.
 */
export function uncoveredBlocks(copies: readonly CoveredScript[]): Uncovered[] {
  const idle = copies.map(idleRanges);
  const found = new Map<string, Uncovered>();
  for (const [index, ranges] of idle.entries()) {
    for (const range of ranges.filter((it) => idle.every((all) => all.some((o) => holds(o, it))))) {
      const script = copies[index] as CoveredScript;
      const text = script.text.slice(range.start, range.end).trim();
      const place = placeOf(script, range.start);
      if (!IS_EMPTY.test(text)) found.set(`${range.start}-${range.end}`, { place, text });
    }
  }
  return [...found.values()];
}

/** Nothing of the source is there: an empty function, or what Vite writes for each export. */
const IS_EMPTY =
  /^(?:\}?|(?:catch|function \w+\(\)) \{\s*\}|\(\) => \{ try \{ return \w+ \} catch \{\} \})$/;

/** The outermost ranges of a script that did not run. */
export function idleRanges({ functions }: CoveredScript): Range[] {
  const idle = functions
    .flatMap(({ ranges }) => ranges)
    .filter(({ count }) => count === 0)
    .map(({ startOffset, endOffset }) => ({ start: startOffset, end: endOffset }));
  return idle.filter((range) => !idle.some((it) => it !== range && holds(it, range)));
}

export function holds(outer: Range, { start, end }: Range): boolean {
  return outer.start <= start && end <= outer.end;
}

const INLINE_MAP = /\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)/;

function placeOf({ url, text }: CoveredScript, start: number): string {
  // What separates a block from the one before it counts as part of it.
  const at = start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0);
  const before = text.slice(0, at).split('\n');
  const line = before.length - 1;
  const [, encoded] = INLINE_MAP.exec(text) ?? [];
  if (encoded === undefined) return `line ${line + 1}`;
  const map = JSON.parse(Buffer.from(encoded, 'base64').toString()) as SourceMapPayload;
  const entry = new SourceMap(map).findEntry(line, before.at(-1)?.length ?? 0);
  const file = url.slice(url.indexOf('/lib/') + 1);
  return 'originalLine' in entry ? `${file}:${entry.originalLine + 1}` : file;
}
