import type { PolicyHit, RatePolicy } from '../../rate-limit-store';
import { ALGORITHM_CODES } from './algorithms';

/** Numbers go as eight characters of seven bits: Lua reads text or JSON several times slower. */
const DIGITS = 8;
const BASE = 128;
const SHADOW = 16;
const BLOCKING = 32;

/** A character for algorithm and flags, then the numbers of `lua`'s `hits`. */
const NUMBERS = 7;
const LENGTH = 1 + NUMBERS * DIGITS;

/**
 * `hits`, from ARGV[2]. What only some operations and algorithms need follows as JSON in ARGV[4], an
 * object a hit; there `hit` looks for what it does not have itself.
 */
export const HITS_LUA = `
local byte = string.byte
local function number(at)
  local a, b, c, d, e, f, g, h = byte(ARGV[2], at, at + ${DIGITS - 1})
  return ((((((a * ${BASE} + b) * ${BASE} + c) * ${BASE} + d) * ${BASE} + e) * ${BASE} + f)
    * ${BASE} + g) * ${BASE} + h
end

local hits = {}
for index = 1, #ARGV[2] / ${LENGTH} do
  local at = (index - 1) * ${LENGTH} + 1
  local code = byte(ARGV[2], at)
  local isBlocking = code >= ${BLOCKING}
  if isBlocking then code = code - ${BLOCKING} end
  local isShadow = code >= ${SHADOW}
  if isShadow then code = code - ${SHADOW} end
  hits[index] = {
    code, isShadow, number(at + 1), number(at + ${1 + DIGITS}),
    number(at + ${1 + 2 * DIGITS}), number(at + ${1 + 3 * DIGITS}),
    isBlocking and number(at + ${1 + 4 * DIGITS}) or 0,
    isBlocking and number(at + ${1 + 5 * DIGITS}) or 1,
    isBlocking and number(at + ${1 + 6 * DIGITS}) or 0
  }
end
if ARGV[4] ~= '' then
  for index, rest in ipairs(cjson.decode(ARGV[4])) do
    for name, value in pairs(rest) do hits[index][name] = value end
  end
end
`;

/** What `hits[index]` above lists: a list takes a third of the time of names. */
const FIELDS = [
  ...['algorithm', 'isShadow', 'cost', 'limit', 'windowMs', 'burst'],
  ...['blockMs', 'blockFactor', 'blockMaxMs'],
];

/** Lua counts from 1: `hit.limit` becomes `hit[4]`. */
export function withoutNames(lua: string): string {
  return lua.replace(/\bhit\.(\w+)/g, (named, name: string) => {
    const index = FIELDS.indexOf(name);
    return index < 0 ? named : `hit[${index + 1}]`;
  });
}

/** One hit as the script reads it. */
export function packHit({ policy, cost }: PolicyHit): string {
  const [before, after] = packedPolicy(policy);
  return before + (cost === 1 ? ONE : packNumber(cost)) + after;
}

/** Most policies are the same object for every request. */
const packed = new WeakMap<RatePolicy, readonly [before: string, after: string]>();

/** What stands before the cost, and after it. */
function packedPolicy(policy: RatePolicy): readonly [before: string, after: string] {
  const known = packed.get(policy);
  if (known !== undefined) return known;
  const { algorithm, limit, windowMs, burst, blockMs, blockFactor, blockMaxMs } = policy;
  const isBlocking = blockMs > 0 || blockFactor > 1;
  const flags = (policy.isShadow ? SHADOW : 0) + (isBlocking ? BLOCKING : 0);
  const numbers = [limit, windowMs, burst, blockMs, blockFactor, blockMaxMs];
  const parts = [
    String.fromCharCode(ALGORITHM_CODES[algorithm] + flags),
    numbers.map(packNumber).join(''),
  ] as const;
  packed.set(policy, parts);
  return parts;
}

function packNumber(value: number): string {
  const digits: number[] = [];
  for (let rest = value; digits.length < DIGITS; rest = Math.floor(rest / BASE)) {
    digits.unshift(rest % BASE);
  }
  return String.fromCharCode(...digits);
}

const ONE = packNumber(1);
