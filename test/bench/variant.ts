import { join } from 'node:path';
import type { Type } from '@nestjs/common';

interface Variant {
  readonly file: string;
  readonly module: string;
  readonly validates: boolean;
}

export const variants = {
  bare: { file: 'bare', module: 'BareModule', validates: false },
  'filter by hand': { file: 'filter-by-hand', module: 'FilterByHandModule', validates: false },
  'errors alone': { file: 'errors-alone', module: 'ErrorsAloneModule', validates: false },
  floor: { file: 'floor', module: 'FloorModule', validates: false },
  'hand-wired': { file: 'hand-wired', module: 'HandWiredModule', validates: true },
  ours: { file: 'ours', module: 'OursModule', validates: true },
} as const satisfies Record<string, Variant>;

export type VariantName = keyof typeof variants;
export const variantNames = Object.keys(variants) as VariantName[];

export type AdapterName = 'express' | 'fastify';
export const adapterNames: readonly AdapterName[] = ['express', 'fastify'];

/**
 * Loads this variant and no other: nestjs-cls, for one, makes every `await` of a process dearer from
 * the moment that it is imported.
 */
export function loadVariant(name: VariantName): Type {
  const { file, module } = variants[name];
  const loaded = require(join(__dirname, 'variants', file)) as Record<string, Type>;
  return loaded[module]!;
}
