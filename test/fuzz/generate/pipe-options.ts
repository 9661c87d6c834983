import type { ValidationOptions } from '../../../lib/validation/validation.options';
import type { Random } from '../random';

const GROUPS = [['a'], ['a', 'b'], [], ['none']];

const TRANSFORMS: readonly object[] = [
  {},
  { enableImplicitConversion: true },
  { enableImplicitConversion: true, exposeDefaultValues: true },
  { exposeDefaultValues: true },
  { exposeUnsetFields: false },
  { excludeExtraneousValues: true },
  { strategy: 'excludeAll' },
  { groups: ['a'] },
  { version: 1.5 },
  { excludePrefixes: ['_', 'n'] },
  { ignoreDecorators: true },
  { enableCircularCheck: true },
];

/** What most applications set, next to nothing at all. */
const USUAL: readonly ValidationOptions[] = [
  { whitelist: true, transform: true },
  { whitelist: true, transform: true },
  { whitelist: true, transform: true, forbidNonWhitelisted: true },
  { transform: true },
  { whitelist: true },
  {},
];

/** Options of the pipe, of all those that change what is accepted, told or returned. */
export function pipeOptions(random: Random): ValidationOptions {
  const options: Record<string, unknown> = { ...random.pick(USUAL) };
  if (random.chance(0.4)) return options;
  const flag = (name: string, probability: number) => {
    if (random.chance(probability)) options[name] = random.chance(0.8);
  };
  flag('whitelist', 0.2);
  flag('transform', 0.2);
  flag('forbidNonWhitelisted', 0.2);
  flag('stopAtFirstError', 0.3);
  flag('skipMissingProperties', 0.1);
  flag('skipNullProperties', 0.1);
  flag('skipUndefinedProperties', 0.1);
  flag('always', 0.1);
  flag('strictGroups', 0.15);
  flag('forbidUnknownValues', 0.25);
  flag('dismissDefaultMessages', 0.1);
  if (random.chance(0.2)) options['groups'] = random.pick(GROUPS);
  if (random.chance(0.2)) options['transformOptions'] = random.pick(TRANSFORMS);
  if (random.chance(0.2)) {
    options['validationError'] = random.pick([
      { target: true },
      { value: false },
      { target: true, value: true },
    ]);
  }
  return options;
}
