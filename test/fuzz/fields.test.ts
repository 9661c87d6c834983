import 'reflect-metadata';
import { it } from 'vitest';
import { againstLibrary } from './contestants';
import { expectNoDifference } from './expect-no-difference';

it('tells the field errors that the library itself leads to', { timeout: 900_000 }, () =>
  expectNoDifference(againstLibrary, { seed: 1_000_000, cases: 50_000 }),
);
