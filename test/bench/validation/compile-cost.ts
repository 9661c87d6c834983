import { FieldValidationPipe } from 'nestjs-errors';
import { median } from '../median';
import { declareDto } from './register-dtos';

const CLASSES = 400;
const FIELDS = 10;
const body = Object.fromEntries(
  Array.from({ length: FIELDS }, (_, index) => [`field${index}`, index % 2 === 0 ? 'text' : index]),
);

/** What the first use of a class costs beyond any other, and what stays in memory of it. */
export async function compileCost() {
  const collect = globalThis.gc;
  if (collect === undefined) throw new Error('Run it with --expose-gc.');
  const pipe = new FieldValidationPipe({ whitelist: true, transform: true });
  const classes = Array.from({ length: CLASSES }, () => declareDto(FIELDS));
  const firsts: number[] = [];
  const seconds: number[] = [];
  await use(pipe, declareDto(FIELDS));
  collect();
  const before = process.memoryUsage().heapUsed;
  for (const metatype of classes) {
    firsts.push(await use(pipe, metatype));
    seconds.push(await use(pipe, metatype));
  }
  collect();
  const held = process.memoryUsage().heapUsed - before;
  return {
    classes: CLASSES,
    fields: FIELDS,
    firstMicroseconds: median(firsts),
    secondMicroseconds: median(seconds),
    kilobytes: held / CLASSES / 1_024,
  };
}

/** Microseconds of processor time. */
async function use(pipe: FieldValidationPipe, metatype: new () => object): Promise<number> {
  const started = process.cpuUsage();
  await pipe.transform({ ...body }, { type: 'body', metatype });
  const { user, system } = process.cpuUsage(started);
  return user + system;
}
