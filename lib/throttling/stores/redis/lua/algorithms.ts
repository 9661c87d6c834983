import type { AlgorithmName } from '../../rate-limit-store';
import { CALENDAR } from './calendar';
import { CONCURRENCY } from './concurrency';
import { FIXED_WINDOW } from './fixed-window';
import { SLIDING_WINDOW } from './sliding-window';
import { TOKEN_BUCKET } from './token-bucket';

const FORMULAS: { readonly [Name in AlgorithmName]: string } = {
  'fixed-window': FIXED_WINDOW,
  'sliding-window': SLIDING_WINDOW,
  'token-bucket': TOKEN_BUCKET,
  calendar: CALENDAR,
  concurrency: CONCURRENCY,
};

/** `algorithmOf(name)`: a call makes only the functions that it needs, as they are made each time. */
export const ALGORITHMS_LUA = `
local made = {}
local function algorithmOf(name)
  if made[name] then return made[name] end
  ${Object.entries(FORMULAS)
    .map(([name, formulas]) => `if name == '${name}' then made[name] = {${formulas}} end`)
    .join('\n  ')}
  return made[name]
end
`;
