import { createHash } from 'node:crypto';
import { compileFields } from './fields';
import { CHANGE_LUA, DECIDE_LUA } from './operations';
import { STATES_LUA } from './states';

/**
 * KEYS: the state of each hit, then the entries of those that count requests in flight.
 * ARGV: the operation, the hits (`fields.ts`), how many requests to charge at most; and for tests
 * alone, which move the time themselves, what the server's clock is to show.
 */
const ARGUMENTS_LUA = `
local operation, hits = ARGV[1], cjson.decode(ARGV[2])
local now = tonumber(ARGV[4])
local isOwnTime = now == nil
if isOwnTime then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end

local function lifetime(forMs)
  return isOwnTime and forMs or 60000
end
`;

const RUN_LUA = `
if operation == 'consume' or operation == 'lease' or operation == 'peek' then
  ${DECIDE_LUA}
end
${CHANGE_LUA}
`;

/** The whole store, in one script: it decides about all policies of a request at once. */
export const SCRIPT = compileFields([ARGUMENTS_LUA, STATES_LUA, RUN_LUA].join('\n'));

/** Names the script for EVALSHA. */
export const SCRIPT_SHA1 = createHash('sha1').update(SCRIPT).digest('hex');
