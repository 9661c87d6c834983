import { checkOptions } from '../check-options';
import { checkedInteger } from './checked-integer';
import type { BlockOptions } from './policy.options';

/** How long violations block, with every default filled in. */
export interface ConfiguredBlock {
  readonly firstMs: number;
  readonly factor: number;
  readonly maxMs: number;
}

/** @throws TypeError if a value is wrong */
export function configuredBlock(where: string, block: number | BlockOptions): ConfiguredBlock {
  if (typeof block === 'number') {
    const firstMs = checkedInteger(where, block, 0);
    return { firstMs, factor: 1, maxMs: firstMs };
  }
  checkOptions(where, block, ['firstMs', 'factor', 'maxMs']);
  const firstMs = checkedInteger(`${where}.firstMs`, block.firstMs, 1);
  const maxMs = checkedInteger(`${where}.maxMs`, block.maxMs, 1);
  if (maxMs < firstMs) throw new TypeError(`${where}.maxMs must be at least firstMs.`);
  return { firstMs, factor: checkedInteger(`${where}.factor`, block.factor ?? 2, 1), maxMs };
}
