import type { CoveredScript } from './block-coverage';

/** Vite wraps what a module exports into getters, of which some are never read. */
const exportGetter = /^(get\(\)|\(\) ?=>) ?\{? ?(try ?\{ ?)?return /;
/** What holds no statement: ends of blocks, Vite's handlers, functions that only stand for a class. */
const empty = /^(\}|catch \{\}|function \w*\(\) \{\})?$/;

/** Blocks that ran in no copy of their script, each as the file and the beginning of its text. */
export function uncoveredBlocks(scripts: readonly CoveredScript[]): string[] {
  const copies = byUrl(scripts);
  return [...copies].flatMap(([url, [first, ...others]]) => {
    const othersBlocks = others.map(blocksOf);
    return blocksOf(first)
      .filter((block) => othersBlocks.every((blocks) => blocks.includes(block)))
      .map((block) => `${url.replace(/.*\/lib\//, 'lib/')}: ${block.slice(0, 120)}`);
  });
}

function blocksOf(script: CoveredScript | undefined): string[] {
  if (!script) return [];
  return script.functions
    .flatMap((it) => it.ranges)
    .filter((it) => it.count === 0)
    .map((it) => script.text.slice(it.startOffset, it.endOffset).trim())
    .filter((block) => !empty.test(block) && !exportGetter.test(block));
}

function byUrl(scripts: readonly CoveredScript[]): Map<string, CoveredScript[]> {
  const found = new Map<string, CoveredScript[]>();
  for (const script of scripts) {
    found.set(script.url, [...(found.get(script.url) ?? []), script]);
  }
  return found;
}
