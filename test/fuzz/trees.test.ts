import 'reflect-metadata';
import { it } from 'vitest';
import { againstNest } from './contestants';
import { expectNoDifference } from './expect-no-difference';

it('makes the instances and trees of errors that ValidationPipe makes', { timeout: 900_000 }, () =>
  expectNoDifference(againstNest, { seed: 1, cases: 50_000 }),
);
