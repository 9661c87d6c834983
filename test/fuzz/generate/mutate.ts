import { copy } from '../compare/copy';
import type { Random } from '../random';
import { FOREIGN_EDGES, JSON_EDGES, TRICKY_KEYS } from './edge-values';

/** A copy of a payload in which one thing is other than it was. */
export function mutate(random: Random, payload: object): object {
  const mutated = copy(payload) as object;
  const container = random.pick(containersOf(mutated));
  const keys = Reflect.ownKeys(container).filter((key) => key !== 'length');
  const key = keys.length > 0 ? random.pick(keys) : Array.isArray(container) ? '0' : 'extra';
  const current = Reflect.get(container, key) as unknown;
  const change = random.pick(CHANGES);
  change(random, { container, key, current });
  return mutated;
}

const EXTRA = Symbol.for('extra');

interface Place {
  readonly container: object;
  readonly key: string | symbol;
  readonly current: unknown;
}

type Change = (random: Random, place: Place) => void;

const define = (target: object, key: string | symbol, value: unknown) =>
  void Reflect.defineProperty(target, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });

const replace: Change = (random, { container, key }) =>
  define(container, key, random.pick(random.chance(0.8) ? JSON_EDGES : FOREIGN_EDGES));

const remove: Change = (_, { container, key }) => void Reflect.deleteProperty(container, key);

/** A list gets an item more: no parser makes lists with members that have names. */
const addKey: Change = (random, { container }) => {
  const value = random.pick(JSON_EDGES);
  if (Array.isArray(container)) container.push(value);
  else define(container, random.chance(0.03) ? EXTRA : random.pick(TRICKY_KEYS), value);
};

const wrap: Change = (random, { container, key, current }) =>
  define(
    container,
    key,
    random.pick([[current], [current, current], { 0: current }, { value: current }]),
  );

const unwrap: Change = (_, { container, key, current }) =>
  define(
    container,
    key,
    typeof current === 'object' && current !== null ? Object.values(current)[0] : [current],
  );

const asText: Change = (_, { container, key, current }) =>
  define(container, key, typeof current === 'symbol' ? 'symbol' : safeText(current));

/** What rules of form turn on: one character more, less or other. */
const editText: Change = (random, place) => {
  const { container, key, current } = place;
  if (typeof current !== 'string') {
    replace(random, place);
    return;
  }
  const at = random.below(current.length + 1);
  const cut = random.chance(0.5) ? 1 : 0;
  const added = random.pick([
    '',
    '',
    'a',
    'Z',
    '0',
    '-',
    '.',
    '@',
    ' ',
    '\n',
    'é',
    '😀',
    '\ud83d',
    '\ufe0f',
    '_',
    '+',
  ]);
  define(container, key, current.slice(0, at) + added + current.slice(at + cut));
};

const CHANGES: readonly Change[] = [
  replace,
  replace,
  remove,
  addKey,
  wrap,
  unwrap,
  asText,
  editText,
  editText,
];

/** Plain objects and lists: instances of other classes stay as they are. */
function containersOf(root: object): object[] {
  const found: object[] = [root];
  for (const container of found) {
    for (const value of Object.values(container)) {
      const isPlain =
        Array.isArray(value) ||
        (isObject(value) && Object.getPrototypeOf(value) === Object.prototype);
      if (isPlain && found.length < 50) found.push(value as object);
    }
  }
  return found;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function safeText(value: unknown): string {
  return typeof value === 'object' && value !== null ? '[object]' : String(value);
}
