/** What a store can be asked for; `lease` is `consume` for up to so many requests like this one. */
export type StoreOperation =
  'consume' | 'lease' | 'peek' | 'penalize' | 'refund' | 'block' | 'reset';

/** `decide` answers for the first three operations, `change` does the others. */
export const OPERATIONS_LUA = `
-- A violation blocks, unless a block is on already. Yields the wait from now on.
local function punish(index, wait)
  local hit, cells = hits[index], states[index]
  if hit.blockMs == 0 or blockLeft(cells) > 0 then return wait end
  if now >= cells[4] + strikeMemory(hit) then cells[6] = 0 end
  local configured = math.min(hit.blockMaxMs, hit.blockMs * hit.blockFactor ^ cells[6])
  local blockFor = math.max(wait, configured)
  cells[6] = cells[6] + 1
  block(cells, blockFor)
  save(index)
  return blockFor
end

-- As many requests like this one as fit, but no more than half of what is left.
local function copiesThatFit(wanted, waits)
  local copies = wanted
  for index, hit in ipairs(hits) do
    local wait = algorithmOf(hit.algorithm).wait
    while copies > 1 and waits[index] == 0 and wait(states[index], hit, hit.cost * copies * 2) > 0 do
      copies = math.floor(copies / 2)
    end
  end
  return copies
end

local function decide(wanted)
  local waits, copies = {}, 1
  for index, hit in ipairs(hits) do
    local cells = states[index]
    advance(index)
    waits[index] = math.max(algorithmOf(hit.algorithm).wait(cells, hit, hit.cost), (blockLeft(cells)))
    if waits[index] > 0 and not hit.isShadow then copies = 0 end
  end
  if copies > 0 and wanted > 1 then copies = copiesThatFit(wanted, waits) end
  local reply = {now, copies}
  for index, hit in ipairs(hits) do
    local cells, algorithm, wait = states[index], algorithmOf(hit.algorithm), waits[index]
    if operation ~= 'peek' then
      if wait > 0 then
        wait = punish(index, wait)
      elseif copies > 0 and hit.cost > 0 then
        algorithm.charge(cells, hit, hit.cost * copies)
        save(index)
      end
    end
    local blocked = blockLeft(cells)
    local at = #reply
    reply[at + 1] = blocked > 0 and 0 or algorithm.remaining(cells, hit)
    reply[at + 2] = math.max(algorithm.resetAt(cells, hit) - now, blocked)
    reply[at + 3] = wait
  end
  return reply
end

local function change()
  for index, hit in ipairs(hits) do
    if operation == 'reset' then
      redis.call('DEL', KEYS[index])
    elseif operation ~= 'penalize' or hit.cost > 0 then
      local cells, algorithm = states[index], algorithmOf(hit.algorithm)
      advance(index)
      if operation == 'block' then
        block(cells, hit.blockForMs)
      elseif operation == 'refund' then
        algorithm.refund(cells, hit, hit.cost, hit.chargedAt or now - hit.ageMs)
      else
        algorithm.charge(cells, hit, hit.cost)
      end
      save(index)
    end
  end
  return {now}
end
`;
