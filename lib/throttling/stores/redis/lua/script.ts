import { createHash } from 'node:crypto';
import { HITS_LUA, withoutNames } from './hits';
import { CHANGE_LUA, DECIDE_LUA } from './operations';
import { STATES_LUA } from './states';

/**
 * KEYS: the state of each hit, then the entries of those that count requests in flight.
 * ARGV: the operation, the hits, how many requests to charge at most, what hits have beside; and for
 * tests alone, which move the time themselves, what the server's clock is to show.
 */
const ARGUMENTS_LUA = `
local operation = ARGV[1]
local now = tonumber(ARGV[5])
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

/** The whole store, in one script: it decides about all policies of a request at once. */
export const SCRIPT = withoutNames([ARGUMENTS_LUA, HITS_LUA, STATES_LUA, RUN_LUA].join('\n'));

/** Names the script for EVALSHA. */
export const SCRIPT_SHA1 = createHash('sha1').update(SCRIPT).digest('hex');
