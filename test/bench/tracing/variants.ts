import { Writable } from 'node:stream';
import type { ModuleMetadata } from '@nestjs/common';
import type { TracingOptions } from 'nestjs-errors';

type Import = NonNullable<ModuleMetadata['imports']>[number];

// Loaded by the process that needs it alone: merely to import nestjs-cls turns async context on.
const loadOurs = () => require('nestjs-errors') as typeof import('nestjs-errors');
const loadCls = () => require('nestjs-cls') as typeof import('nestjs-cls');
const loadPino = () => require('nestjs-pino') as typeof import('nestjs-pino');

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** The library with its filter alone, so that tracing is the only difference. */
const ours = (tracing: TracingOptions | false): Import =>
  loadOurs().ErrorsModule.forRoot({ validation: false, throttling: false, tracing });

/** What is measured, and what it is compared with: the same without its trace ids. */
export const variants = {
  bare: { imports: (): Import[] => [], base: undefined },
  filter: { imports: () => [ours(false)], base: undefined },
  tracing: { imports: () => [ours({ asyncContext: false })], base: 'filter' },
  'tracing, async context': { imports: () => [ours({ asyncContext: true })], base: 'filter' },
  'nestjs-cls': {
    imports: () => [loadCls().ClsModule.forRoot({ middleware: { mount: true, generateId: true } })],
    base: 'bare',
  },
  'nestjs-pino': {
    imports: () => [
      loadPino().LoggerModule.forRoot({ pinoHttp: { autoLogging: false, stream: nowhere() } }),
    ],
    base: 'bare',
  },
} as const satisfies Record<string, { imports: () => Import[]; base: string | undefined }>;

export type Variant = keyof typeof variants;
export const variantNames = Object.keys(variants) as Variant[];
