import type { Contestants } from './contestants';
import { type FuzzCase, runAlone } from './fuzz-case';
import type { ClassModel, Program, PropertyModel } from './program/program';

const MAX_RUNS = 2_000;

/** Takes away what is not needed for two pipes to differ, until nothing more can go. */
export async function shrink(contestants: Contestants, fuzzCase: FuzzCase): Promise<FuzzCase> {
  let smallest = fuzzCase;
  let runs = 0;
  for (let isSmaller = true; isSmaller && runs < MAX_RUNS;) {
    isSmaller = false;
    for (const candidate of smallerCases(smallest)) {
      if (++runs > MAX_RUNS) break;
      if (!(await differs(contestants, candidate))) continue;
      smallest = candidate;
      isSmaller = true;
      break;
    }
  }
  return smallest;
}

/** A program that no longer holds together is no smaller case. */
async function differs(contestants: Contestants, candidate: FuzzCase): Promise<boolean> {
  try {
    return (await runAlone(contestants, candidate)) !== undefined;
  } catch {
    return false;
  }
}

function* smallerCases(fuzzCase: FuzzCase): Generator<FuzzCase> {
  const { program, options, payload, isLate } = fuzzCase;
  if (isLate || program.late.length > 0) {
    yield { ...fuzzCase, isLate: false, program: { ...program, late: [] } };
  }
  for (const smaller of smallerPrograms(program)) yield { ...fuzzCase, program: smaller };
  for (const smaller of withoutEach(options)) yield { ...fuzzCase, options: smaller };
  for (const smaller of smallerValues(payload)) yield { ...fuzzCase, payload: smaller };
}

function* smallerPrograms(program: Program): Generator<Program> {
  const { classes } = program;
  for (const index of classes.keys()) {
    if (index < classes.length - 1) yield { ...program, classes: classes.toSpliced(index, 1) };
  }
  for (const [index, model] of classes.entries()) {
    for (const smaller of smallerClasses(model))
      yield { ...program, classes: classes.with(index, smaller) };
  }
}

function* smallerClasses(model: ClassModel): Generator<ClassModel> {
  const { properties, calls } = model;
  if (model.parent !== undefined) yield { ...model, parent: undefined };
  if (model.hasConstructor) yield { ...model, hasConstructor: false };
  for (const index of calls.keys()) yield { ...model, calls: calls.toSpliced(index, 1) };
  for (const index of properties.keys())
    yield { ...model, properties: properties.toSpliced(index, 1) };
  for (const [index, property] of properties.entries()) {
    for (const smaller of smallerProperties(property)) {
      yield { ...model, properties: properties.with(index, smaller) };
    }
  }
}

function* smallerProperties(property: PropertyModel): Generator<PropertyModel> {
  const { calls } = property;
  if (property.field.kind !== 'none') yield { ...property, field: { kind: 'none' } };
  if (property.type !== undefined) yield { ...property, type: undefined };
  for (const [index, call] of calls.entries()) {
    yield { ...property, calls: calls.toSpliced(index, 1) };
    const options = call.args.at(-1);
    if (
      typeof options !== 'object' ||
      options === null ||
      Object.getPrototypeOf(options) !== Object.prototype
    )
      continue;
    for (const smaller of withoutEach(options)) {
      yield {
        ...property,
        calls: calls.with(index, { ...call, args: [...call.args.slice(0, -1), smaller] }),
      };
    }
  }
}

function* smallerValues(value: unknown): Generator {
  if (Array.isArray(value)) {
    for (const index of value.keys()) yield value.toSpliced(index, 1);
    for (const [index, item] of value.entries()) {
      for (const smaller of smallerValues(item)) yield value.with(index, smaller);
    }
  } else if (isPlain(value)) {
    yield* withoutEach(value);
    for (const [key, item] of Object.entries(value)) {
      for (const smaller of smallerValues(item)) yield { ...value, [key]: smaller };
    }
  } else if (typeof value === 'string' && value.length > 8) {
    yield value.slice(0, value.length >> 1);
  }
}

function* withoutEach<Value extends object>(value: Value): Generator<Value> {
  for (const key of Object.keys(value)) {
    const smaller = { ...value };
    delete (smaller as Record<string, unknown>)[key];
    yield smaller;
  }
}

function isPlain(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
