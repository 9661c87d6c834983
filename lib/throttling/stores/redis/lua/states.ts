/**
 * The state of each hit: three numbers of its algorithm, then until when and for how long it is
 * blocked, and how often it was. Stored as doubles, the last three only once there was a block.
 */
export const STATES_LUA = `
local function load(value)
  local cells = {0, 0, 0, 0, 0, 0}
  if not value then return cells end
  cells[1], cells[2], cells[3] = struct.unpack('<ddd', value)
  if #value > 24 then cells[4], cells[5], cells[6] = struct.unpack('<ddd', value, 25) end
  return cells
end

local stored = redis.call('MGET', unpack(KEYS, 1, #hits))
local states, stateOf = {}, {}
for index, hit in ipairs(hits) do
  local key = KEYS[index]
  stateOf[key] = stateOf[key] or load(stored[index])
  states[index] = stateOf[key]
end

local function strikeMemory(hit)
  return hit.blockFactor > 1 and hit.blockMaxMs or 0
end

local function save(index)
  local hit, cells = hits[index], states[index]
  local keptFor = 0
  if hit.algorithm ~= 'concurrency' then
    keptFor = algorithmOf(hit.algorithm).resetAt(cells, hit) - now
  end
  local value = struct.pack('<ddd', cells[1], cells[2], cells[3])
  local rememberedFor = cells[4] + strikeMemory(hit) - now
  if rememberedFor > 0 then
    keptFor = math.max(keptFor, rememberedFor)
    value = value .. struct.pack('<ddd', cells[4], cells[5], cells[6])
  end
  if keptFor > 0 then
    redis.call('SET', KEYS[index], value, 'PX', whole(lifetime(keptFor)))
  elseif stored[index] then
    redis.call('DEL', KEYS[index])
  end
end

-- What is left of a block; no longer than it was to last, where the clock was set back.
local function blockLeft(cells)
  local left = cells[4] - now
  if left > cells[5] then
    left = cells[5]
    cells[4] = now + left
    return left, true
  end
  return math.max(0, left), false
end

-- Brings a state up to now; saved at once only where the clock was set back.
local function advance(index)
  local hit, cells = hits[index], states[index]
  local isBack = algorithmOf(hit.algorithm).advance(cells, hit)
  local _, isBlockBack = blockLeft(cells)
  if isBack or isBlockBack then save(index) end
end

local function block(cells, blockMs)
  cells[4] = now + blockMs
  cells[5] = blockMs
end
`;
