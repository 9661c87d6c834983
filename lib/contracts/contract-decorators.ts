import { SetMetadata } from '@nestjs/common';
import { type FormatOption, type ResolvedFormat, resolveFormat } from '../formats/resolve-format';
import type { Concealment } from './concealment';
import type { ContractPart } from './contract';

const FORMAT = Symbol.for('nestjs-errors.format');
const CONCEAL = Symbol.for('nestjs-errors.conceal');

/** Answers the failures of a controller or handler in this format. */
export function UseErrorFormat(format: FormatOption): ClassDecorator & MethodDecorator {
  return SetMetadata(FORMAT, resolveFormat(format));
}

/** Answers some failures of a controller or handler as others: see the option `conceal`. */
export function Conceal(concealment: Concealment): ClassDecorator & MethodDecorator {
  return SetMetadata(CONCEAL, concealment);
}

/** What the controller and then the handler say, in the order in which they apply. */
export function declaredContract(controller: Function, handler: Function): readonly ContractPart[] {
  return [controller, handler]
    .map((target) => ({
      format: Reflect.getMetadata(FORMAT, target) as ResolvedFormat | undefined,
      conceal: Reflect.getMetadata(CONCEAL, target) as Concealment | undefined,
    }))
    .filter((part) => part.format !== undefined || part.conceal !== undefined);
}
