import 'reflect-metadata';
import * as classValidator from 'class-validator';
import { describe, expect, it } from 'vitest';
import { againstLibrary, againstNest, type Contestants } from './contestants';
import { compare, startPipes } from './fuzz-case';
import { FOREIGN_EDGES, JSON_EDGES } from './generate/edge-values';
import { buildClasses } from './program/build-classes';
import { forgetClasses } from './program/forget-classes';
import type { Program } from './program/program';
import { allSamples } from './samples/all-samples';
import type { DecoratorName } from './samples/sample';

const names = Object.keys(allSamples) as DecoratorName[];
const OPTIONS = { transform: true, whitelist: true };

function programWith(decorator: string, args: readonly unknown[]): Program {
  const field = {
    name: 'field',
    type: undefined,
    field: { kind: 'none' },
    calls: [{ decorator, args }],
    content: { kind: 'values', candidates: [] },
  } as const;
  return {
    classes: [
      { name: 'Dto', parent: undefined, calls: [], hasConstructor: false, properties: [field] },
    ],
    late: [],
  };
}

/** Where the two differ over values of the one property of a class. */
async function differences(
  contestants: Contestants,
  decorator: DecoratorName,
  { args, values }: { readonly args: readonly unknown[]; readonly values: readonly unknown[] },
): Promise<string[]> {
  const program = programWith(decorator, args);
  const classes = buildClasses(program);
  const pipes = startPipes(contestants, OPTIONS);
  const found: string[] = [];
  for (const field of values) {
    const { difference } = await compare(pipes, classes, {
      program,
      payload: { field },
      use: 'first',
    });
    if (difference !== undefined) found.push(difference);
  }
  forgetClasses(classes);
  return found;
}

/** What the library itself says of a value, with no transformer before it. */
async function verdictOn(
  decorator: DecoratorName,
  args: readonly unknown[],
  field: unknown,
): Promise<string> {
  const classes = buildClasses(programWith(decorator, args));
  const dto = Object.create(classes.get('Dto')?.prototype as object, {
    field: { value: field, enumerable: true },
  }) as object;
  try {
    return (await classValidator.validate(dto)).length === 0 ? 'valid' : 'invalid';
  } catch {
    return 'throwing';
  } finally {
    forgetClasses(classes);
  }
}

describe('values at the edge of a rule', () => {
  it.each(names)('@%s takes those that are valid, and no others', async (name) => {
    for (const sample of allSamples[name]) {
      for (const verdict of ['valid', 'invalid', 'throwing'] as const) {
        for (const value of sample[verdict]) {
          expect([value, await verdictOn(name, sample.args, value)]).toEqual([value, verdict]);
        }
      }
    }
  });

  it.each(names)('@%s is told alike by both, alone and of each', async (name) => {
    for (const { args, valid, invalid, throwing } of allSamples[name]) {
      const values = [...valid, ...invalid, ...throwing];
      const lists = [
        ...values.map((value) => [value]),
        values,
        new Set(values),
        new Map(values.entries()),
      ];
      for (const contestants of [againstNest, againstLibrary]) {
        const ofEach = { args: [...args, { each: true }], values: lists };
        expect(await differences(contestants, name, { args, values })).toEqual([]);
        expect(await differences(contestants, name, ofEach)).toEqual([]);
      }
    }
  });

  it.each(names)('@%s treats every other kind of value alike', async (name) => {
    const values = [...JSON_EDGES, ...FOREIGN_EDGES];
    for (const { args } of allSamples[name]) {
      for (const contestants of [againstNest, againstLibrary]) {
        expect(await differences(contestants, name, { args, values })).toEqual([]);
      }
    }
  });
});

describe('samples', () => {
  it('cover every decorator that the installed class-validator exports', () => {
    const exported = Object.entries(classValidator)
      .filter(([name, value]) => /^[A-Z]/.test(name) && typeof value === 'function')
      .map(([name]) => name);
    const noDecorators = [
      'MetadataStorage',
      'ValidationError',
      'ValidationTypes',
      'Validator',
      'ValidatorConstraint',
    ];
    expect(exported.filter((name) => !Object.hasOwn(allSamples, name)).toSorted()).toEqual(
      noDecorators,
    );
  });

  it.each(names)('@%s takes its options after the arguments of its samples', (name) => {
    for (const { args } of allSamples[name]) {
      const classes = buildClasses(programWith(name, [...args, { groups: ['marked'] }]));
      const metadata = classValidator
        .getMetadataStorage()
        .getTargetValidationMetadatas(classes.get('Dto') as Function, '', false, false);
      expect(metadata.map(({ groups }) => groups)).toEqual([['marked']]);
      forgetClasses(classes);
    }
  });
});
