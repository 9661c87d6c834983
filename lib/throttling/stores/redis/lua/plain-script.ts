import type { AlgorithmName, RatePolicy } from '../../rate-limit-store';
import { FORMULAS } from './algorithms';
import type { Formulas } from './formulas';

/** The answer where the script of all operations has to decide instead. */
export const UNDECIDED = 0;

/** How long a state counts at most from the beginning of its window. */
const LIFETIMES_MS: { readonly [Name in AlgorithmName]?: (policy: RatePolicy) => number } = {
  'fixed-window': ({ windowMs }) => windowMs,
  'sliding-window': ({ windowMs }) => 2 * windowMs,
  // Refills at every look: twice as long, so that few of them have to extend it.
  'token-bucket': ({ burst, limit, windowMs }) => 2 * Math.ceil((burst * windowMs) / limit),
};

/** Whether a charge needs no more than the numbers of the policy. */
export function isPlain({ algorithm }: RatePolicy): boolean {
  return LIFETIMES_MS[algorithm] !== undefined;
}

/**
 * `consume` of a cost of 1 under these policies and no others, which a server runs three times as
 * fast as the script of all operations: the numbers of the policies stand in its text.
 * KEYS: the client. ARGV: the field of each policy; then, in tests, what the server's clock shows.
 */
export function plainScript(policies: readonly RatePolicy[]): string {
  const each = (lua: (policy: RatePolicy, at: number) => string, separator = '\n') =>
    policies.map((policy, index) => lua(policy, index + 1)).join(separator);
  const lifetimeMs = Math.max(...policies.map((policy) => LIFETIMES_MS[policy.algorithm]!(policy)));

  return `
local call, pack, unpack = redis.call, struct.pack, struct.unpack
local now = tonumber(ARGV[${policies.length + 1}])
local lifetime = 60000
if not now then
  local time = call('TIME')
  now, lifetime = time[1] * 1000 + (time[2] - time[2] % 1000) / 1000, ${lifetimeMs}
end
local cost, isAllowed, isNew = 1, true, false
local stored = call('HMGET', KEYS[1], ${each((_, at) => `ARGV[${at}]`, ', ')})
${each(decideLua)}
if isAllowed then
  ${each(chargeLua)}
  call('HSET', KEYS[1], ${each((_, at) => `ARGV[${at}], pack('<ddd', a${at}, b${at}, c${at})`, ', ')})
  if isNew and call('PTTL', KEYS[1]) < lifetime then call('PEXPIRE', KEYS[1], lifetime) end
end
${each(tellLua)}
return {now, isAllowed and 1 or 0, ${each((_, at) => `remaining${at}, reset${at} - now, wait${at}`, ', ')}}
`;
}

/** A block, one that is due, or a clock that was set back: all rare, and not decided here. */
function decideLua(policy: RatePolicy, at: number): string {
  const refusal =
    policy.blockMs > 0 ? `return ${UNDECIDED}` : policy.isShadow ? '' : 'isAllowed = false';
  return `
local a${at}, b${at}, c${at}, wait${at} = 0, 0, 0, 0
if stored[${at}] then
  if #stored[${at}] > 24 then return ${UNDECIDED} end
  a${at}, b${at}, c${at} = unpack('<ddd', stored[${at}])
end
local usedBefore${at}, sinceBefore${at} = a${at}, b${at}
do
  local wait, isBack = 0, false
  ${formula('advance', policy, at)}
  if isBack then return ${UNDECIDED} end
  ${formula('wait', policy, at)}
  if wait > 0 then wait${at} = wait ${refusal} end
end`;
}

/** A state that no charge has changed may be saved as well. */
function chargeLua(policy: RatePolicy, at: number): string {
  return `
  if wait${at} == 0 then ${formula('charge', policy, at)} end
  if usedBefore${at} == 0 or b${at} ~= sinceBefore${at} then isNew = true end`;
}

function tellLua(policy: RatePolicy, at: number): string {
  return `
local remaining${at}, reset${at}
do
  local remaining, resetAt
  ${formula('remaining', policy, at)}
  ${formula('resetAt', policy, at)}
  remaining${at}, reset${at} = remaining, resetAt
end`;
}

/** The cells of a state are variables here, and nothing but a number gets into the text. */
function formula(name: keyof Formulas, policy: RatePolicy, at: number): string {
  return FORMULAS[policy.algorithm][name]
    .replace(
      /\bhit\.(limit|windowMs|burst)\b/g,
      (_, number: 'limit') => `${Number(policy[number])}`,
    )
    .replace(/\bcells\[([123])\]/g, (_, cell: string) => `${' abc'[Number(cell)]}${at}`);
}
