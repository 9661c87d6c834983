import { formulaOfHit } from './algorithms';
import { FIELDS_AT } from './states';

/** What a store can be asked for; `lease` is `consume` for up to so many requests like this one. */
export type StoreOperation =
  'consume' | 'lease' | 'peek' | 'penalize' | 'refund' | 'block' | 'reset';

/** As many requests like this one as fit, but no more than half of what is left. */
const COPIES_LUA = `
for index, hit in ipairs(hits) do
  local cells = states[index]
  while copies > 1 and waits[index] <= 0 do
    local cost, wait = hit.cost * copies * 2, 0
    ${formulaOfHit('wait')}
    if wait <= 0 then break end
    copies = math.floor(copies / 2)
  end
end
`;

/** A violation blocks, unless a block is on already. */
const PUNISH_LUA = `
if now >= cells[4] + (hit.blockFactor > 1 and hit.blockMaxMs or 0) then cells[6] = 0 end
wait = math.max(wait, math.min(hit.blockMaxMs, hit.blockMs * hit.blockFactor ^ cells[6]))
cells[4], cells[5], cells[6] = now + wait, wait, cells[6] + 1
save(index, resetAtOf(hit, cells))
`;

/** For `consume`, `lease` and `peek`. A wait is 0 or less where a policy admits. */
export const DECIDE_LUA = `
local waits, copies = {}, 1
for index, hit in ipairs(hits) do
  local wait, blocked = 0, advance(index)
  local cells, cost = states[index], hit.cost
  ${formulaOfHit('wait')}
  if blocked > wait then wait = blocked end
  waits[index] = wait
  if wait > 0 and not hit.isShadow then copies = 0 end
end
if copies > 0 and operation == 'lease' then
  copies = tonumber(ARGV[3])
  ${COPIES_LUA}
end
local reply = {now, copies}
for index, hit in ipairs(hits) do
  local cells, wait = states[index], waits[index]
  local resetAt, remaining
  if operation ~= 'peek' then
    if wait > 0 then
      if hit.blockMs > 0 and cells[4] <= now then ${PUNISH_LUA} end
    elseif copies > 0 and hit.cost > 0 then
      local cost = hit.cost * copies
      ${formulaOfHit('charge')}
      resetAt = resetAtOf(hit, cells)
      save(index, resetAt)
    end
  end
  resetAt = resetAt or resetAtOf(hit, cells)
  if cells[4] > now then
    remaining, resetAt = 0, math.max(resetAt, cells[4])
  else
    ${formulaOfHit('remaining')}
  end
  local at = #reply
  reply[at + 1], reply[at + 2], reply[at + 3] = remaining, resetAt - now, math.max(0, wait)
end
return reply
`;

/** For the other operations. */
export const CHANGE_LUA = `
for index, hit in ipairs(hits) do
  if operation == 'reset' then
    redis.call('HDEL', KEYS[index], ARGV[${FIELDS_AT} - 1 + index])
  elseif operation ~= 'penalize' or hit.cost > 0 then
    local cells, cost = states[index], hit.cost
    advance(index)
    if operation == 'block' then
      cells[4], cells[5] = now + hit.blockForMs, hit.blockForMs
    elseif operation == 'refund' then
      local chargedAt = hit.chargedAt or now - hit.ageMs
      ${formulaOfHit('refund')}
    else
      ${formulaOfHit('charge')}
    end
    save(index, resetAtOf(hit, cells))
  end
end
return {now}
`;
