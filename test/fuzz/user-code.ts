import {
  ValidatorConstraint,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';
import type { TransformFnParams } from 'class-transformer';

/** One run of a function that an application would have written. */
export type UserCall = readonly [name: string, ...seen: readonly unknown[]];

/** What ran since it was last emptied, in order: each must run exactly as often as the library runs it. */
export const userCalls: UserCall[] = [];

const told = (args: ValidationArguments | undefined) =>
  args && [args.value, args.constraints, args.targetName, args.object, args.property];

export function evenNumber(value: unknown, args?: ValidationArguments): boolean {
  userCalls.push(['evenNumber', value, told(args)]);
  return typeof value === 'number' && value % 2 === 0;
}

/** Truthy and falsy, but no boolean. */
export function lengthOf(value: unknown, args?: ValidationArguments): boolean {
  userCalls.push(['lengthOf', value, told(args)]);
  return (value as { length?: number } | null | undefined)?.length as unknown as boolean;
}

export async function evenLater(value: unknown, args?: ValidationArguments): Promise<boolean> {
  userCalls.push(['evenLater', value, told(args)]);
  await Promise.resolve();
  return typeof value === 'number' && value % 2 === 0;
}

export function throwsOnText(value: unknown, args?: ValidationArguments): boolean {
  userCalls.push(['throwsOnText', value, told(args)]);
  if (typeof value === 'string') throw new TypeError('no text, please');
  return value !== 0;
}

/** A message: text with every token of the library's, and the characters that String.replace reads. */
export function isSmall(args?: ValidationArguments): string {
  userCalls.push(['isSmall', told(args)]);
  return `$property of $target is $value, not $constraint1 ${String(args?.property)} $& $$`;
}

/** For rules with the name of a built-in one: a plan may ask for their text, so it is not counted. */
export function plainText(): string {
  return '$property is not, says $constraint1';
}

export function noText(args?: ValidationArguments): string {
  userCalls.push(['noText', told(args)]);
  return undefined as unknown as string;
}

@ValidatorConstraint({ name: 'evenLength' })
export class EvenLength implements ValidatorConstraintInterface {
  validate(value: unknown, args?: ValidationArguments): boolean {
    userCalls.push(['EvenLength', value, told(args)]);
    const { length } = Object(value ?? 0) as { length?: number };
    return length !== undefined && length % 2 === 0;
  }

  defaultMessage(args?: ValidationArguments): string {
    userCalls.push(['EvenLength.defaultMessage', told(args)]);
    return '$property is odd: $value';
  }
}

/** Its name is that of the class, and it has no message of its own. */
@ValidatorConstraint()
export class Nameless implements ValidatorConstraintInterface {
  readonly #limit = 1;

  validate(value: unknown, args?: ValidationArguments): boolean {
    userCalls.push(['Nameless', value, told(args)]);
    return Number(value) > this.#limit;
  }
}

/** Two properties may share it; it answers later only if the value asks for it. */
@ValidatorConstraint({ name: 'maybeLater', async: true })
export class MaybeLater implements ValidatorConstraintInterface {
  validate(value: unknown, args?: ValidationArguments): Promise<boolean> | boolean {
    userCalls.push(['MaybeLater', value, told(args)]);
    return typeof value === 'string' ? Promise.resolve(value.length > 1) : value !== null;
  }

  defaultMessage(): string {
    userCalls.push(['MaybeLater.defaultMessage']);
    return 'later: $property';
  }
}

export function objectIsLarge(object: unknown, value: unknown): boolean {
  userCalls.push(['objectIsLarge', object, value]);
  return Object.keys(object as object).length > 2;
}

export function hasValue(object: unknown, value: unknown): boolean {
  userCalls.push(['hasValue', object, value]);
  return Boolean(value);
}

export function never(object: unknown, value: unknown): boolean {
  userCalls.push(['never', object, value]);
  return false;
}

export function trimmed({ value, key, obj }: TransformFnParams): unknown {
  userCalls.push(['trimmed', value, key, obj]);
  return typeof value === 'string' ? value.trim() : value;
}

export function listed({ value, key }: TransformFnParams): unknown {
  userCalls.push(['listed', value, key]);
  return value === undefined || Array.isArray(value) ? value : [value];
}

export function dropped({ key }: TransformFnParams): undefined {
  userCalls.push(['dropped', key]);
}
