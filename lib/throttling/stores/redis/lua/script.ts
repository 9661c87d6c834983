import { createHash } from 'node:crypto';
import { HITS_LUA, withoutNames } from './hits';
import { CHANGE_LUA, DECIDE_LUA } from './operations';
import { FIELDS_AT, STATES_LUA } from './states';

/**
 * KEYS: the client of each hit, then the entries of those that count requests in flight.
 * ARGV: the operation, the hits, how many requests to charge at most, what hits have beside, and the
 * field of each hit; then what the server's clock is to show, in tests alone.
 */
const ARGUMENTS_LUA = `
local operation = ARGV[1]
${HITS_LUA}
local now = tonumber(ARGV[${FIELDS_AT} + #hits])
local isOwnTime = now == nil
if isOwnTime then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end

-- Redis would print numbers with all digits of a fraction, which takes longer than to set a key.
local function whole(number)
  return string.format('%d', number)
end

local function lifetime(forMs)
  return isOwnTime and whole(forMs) or '60000'
end
`;

const RUN_LUA = `
if operation == 'consume' or operation == 'lease' or operation == 'peek' then
  ${DECIDE_LUA}
end
${CHANGE_LUA}
`;

/** A script, and the name by which EVALSHA calls it. */
export interface Script {
  readonly text: string;
  readonly sha1: string;
}

export function scriptOf(text: string): Script {
  return { text, sha1: createHash('sha1').update(text).digest('hex') };
}

/** The whole store, in one script: it decides about all policies of a request at once. */
export const SCRIPT = scriptOf(withoutNames([ARGUMENTS_LUA, STATES_LUA, RUN_LUA].join('\n')));
