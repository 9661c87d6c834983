import type { Type } from '@nestjs/common';
import { BareModule } from './variants/bare';
import { ErrorsAloneModule } from './variants/errors-alone';
import { FloorModule } from './variants/floor';
import { HandWiredModule } from './variants/hand-wired';
import { OursModule } from './variants/ours';

interface Variant {
  readonly module: Type;
  readonly validates: boolean;
}

export const variants = {
  bare: { module: BareModule, validates: false },
  'errors alone': { module: ErrorsAloneModule, validates: false },
  floor: { module: FloorModule, validates: false },
  'hand-wired': { module: HandWiredModule, validates: true },
  ours: { module: OursModule, validates: true },
} as const satisfies Record<string, Variant>;

export type VariantName = keyof typeof variants;
export const variantNames = Object.keys(variants) as VariantName[];

export type AdapterName = 'express' | 'fastify';
export const adapterNames: readonly AdapterName[] = ['express', 'fastify'];
