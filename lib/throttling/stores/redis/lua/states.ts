import { ALGORITHM_CODES, formulaOfHit } from './algorithms';

/** Of the arguments, the field of the first hit. */
export const FIELDS_AT = 5;

/**
 * The state of each hit: three numbers of its algorithm, then until when and for how long it is
 * blocked, and how often it was. All states of a client are fields of one hash, as doubles, the last
 * three only once there was a block.
 */
export const STATES_LUA = `
local stored = redis.call('HMGET', KEYS[1], unpack(ARGV, ${FIELDS_AT}, ${FIELDS_AT} - 1 + #hits))
local states = {}
for index = 1, #hits do
  if KEYS[index] ~= KEYS[1] then
    stored[index] = redis.call('HGET', KEYS[index], ARGV[${FIELDS_AT} - 1 + index])
  end
  local value = stored[index]
  if not value then
    states[index] = {0, 0, 0, 0, 0, 0}
  else
    local first, second, third = struct.unpack('<ddd', value)
    local untilMs, forMs, strikes = 0, 0, 0
    if #value > 24 then untilMs, forMs, strikes = struct.unpack('<ddd', value, 25) end
    states[index] = {first, second, third, untilMs, forMs, strikes}
  end
end

local function resetAtOf(hit, cells)
  local resetAt
  ${formulaOfHit('resetAt')}
  return resetAt
end

local function save(index, resetAt)
  local hit, cells = hits[index], states[index]
  local keptFor = hit.algorithm == ${ALGORITHM_CODES.concurrency} and 0 or resetAt - now
  local value = struct.pack('<ddd', cells[1], cells[2], cells[3])
  if cells[4] > 0 then
    local rememberedFor = cells[4] + (hit.blockFactor > 1 and hit.blockMaxMs or 0) - now
    if rememberedFor > 0 then
      keptFor = math.max(keptFor, rememberedFor)
      value = value .. struct.pack('<ddd', cells[4], cells[5], cells[6])
    end
  end
  local key, field = KEYS[index], ARGV[${FIELDS_AT} - 1 + index]
  if keptFor > 0 then
    redis.call('HSET', key, field, value)
    if redis.call('PTTL', key) < keptFor then redis.call('PEXPIRE', key, lifetime(keptFor)) end
  elseif stored[index] then
    redis.call('HDEL', key, field)
  end
end

-- Brings a state up to now; saved at once only where the clock was set back. Yields what is left of
-- a block: no longer than it was to last, where the clock was set back.
local function advance(index)
  local hit, cells, isBack = hits[index], states[index], false
  ${formulaOfHit('advance')}
  local blocked = cells[4] - now
  if blocked > cells[5] then
    blocked = cells[5]
    cells[4] = now + blocked
    isBack = true
  end
  if isBack then save(index, resetAtOf(hit, cells)) end
  return blocked
end
`;
