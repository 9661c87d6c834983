import type { Type } from '@nestjs/common';

interface Variant {
  /**
   * Loads this variant and no other: nestjs-cls, for one, makes every `await` of a process dearer
   * from the moment that it is imported.
   */
  readonly load: () => Promise<Type>;
  readonly validates: boolean;
}

export const variants = {
  bare: {
    load: async () => (await import('./variants/bare.js')).BareModule,
    validates: false,
  },
  'filter by hand': {
    load: async () => (await import('./variants/filter-by-hand.js')).FilterByHandModule,
    validates: false,
  },
  'errors alone': {
    load: async () => (await import('./variants/errors-alone.js')).ErrorsAloneModule,
    validates: false,
  },
  floor: {
    load: async () => (await import('./variants/floor.js')).FloorModule,
    validates: false,
  },
  'work by hand': {
    load: async () => (await import('./variants/work-by-hand.js')).WorkByHandModule,
    validates: true,
  },
  'hand-wired': {
    load: async () => (await import('./variants/hand-wired.js')).HandWiredModule,
    validates: true,
  },
  ours: {
    load: async () => (await import('./variants/ours.js')).OursModule,
    validates: true,
  },
} as const satisfies Record<string, Variant>;

export type VariantName = keyof typeof variants;
export const variantNames = Object.keys(variants) as VariantName[];

export type AdapterName = 'express' | 'fastify';
export const adapterNames: readonly AdapterName[] = ['express', 'fastify'];
