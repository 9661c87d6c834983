import { Type } from 'class-transformer';
import { IsString, ValidateNested } from 'class-validator';
import { FieldValidationPipe } from 'nestjs-errors';
import { median } from '../median';
import { declareDto } from './register-dtos';

/** class-validator looks through all classes of the process for each one: an application has some. */
const CLASSES = 150;
const MIN_DTOS = 15;
const FIELDS_OF_NESTED = 3;

/** A class, a body of it, and how many classes it brings with it, itself included. */
interface Declared {
  readonly metatype: new () => object;
  readonly body: object;
  readonly classes: number;
}

/** Each DTO of a row is new: nobody has validated it, or a class in it, before. */
const ROWS: Readonly<Record<string, () => Declared>> = {
  '3 fields': () => flat(3),
  '10 fields': () => flat(10),
  '3 nested classes': () => nested(3),
  '10 nested classes': () => nested(10),
  '20 nested classes': () => nested(20),
};

/** What the first bodies of a class cost beyond any other, and what stays in memory of it. */
export function compileCosts() {
  return Object.entries(ROWS).map(([name, declare]) => ({ name, ...costOf(declare) }));
}

function costOf(declare: () => Declared) {
  const collect = globalThis.gc;
  if (collect === undefined) throw new Error('Run it with --expose-gc.');
  const pipe = new FieldValidationPipe({ whitelist: true, transform: true });
  const { classes } = declare();
  const declared = Array.from(
    { length: Math.max(MIN_DTOS, Math.ceil(CLASSES / classes)) },
    declare,
  );
  const firsts: number[] = [];
  const later: number[] = [];
  use(pipe, declare());
  collect();
  const before = process.memoryUsage().heapUsed;
  for (const it of declared) {
    // Two bodies, lest a part of the work waits for the second.
    const used = [use(pipe, it), use(pipe, it), use(pipe, it)] as const;
    firsts.push(used[0] + used[1] - 2 * used[2]);
    later.push(used[2]);
  }
  collect();
  const held = process.memoryUsage().heapUsed - before;
  return {
    microsecondsPerClass: median(firsts) / classes,
    nextMicroseconds: median(later),
    kilobytesPerClass: held / declared.length / classes / 1_024,
  };
}

/** Microseconds of processor time. */
function use(pipe: FieldValidationPipe, { metatype, body }: Declared): number {
  const value = structuredClone(body);
  const started = process.cpuUsage();
  const answer = pipe.transform(value, { type: 'body', metatype });
  if (answer instanceof Promise) throw new Error('The library was left to validate it.');
  const { user, system } = process.cpuUsage(started);
  return user + system;
}

function flat(fields: number): Declared {
  const body = Object.fromEntries(
    Array.from({ length: fields }, (_, index) => [
      `field${index}`,
      index % 2 === 0 ? 'text' : index,
    ]),
  );
  return { metatype: declareDto(fields), body, classes: 1 };
}

function nested(count: number): Declared {
  class Holder {
    @IsString()
    title!: string;
  }
  const body: Record<string, unknown> = { title: 'Order' };
  for (let index = 0; index < count; index++) {
    const item = flat(FIELDS_OF_NESTED);
    ValidateNested()(Holder.prototype, `item${index}`);
    Type(() => item.metatype)(Holder.prototype, `item${index}`);
    body[`item${index}`] = item.body;
  }
  return { metatype: Holder, body, classes: count + 1 };
}
