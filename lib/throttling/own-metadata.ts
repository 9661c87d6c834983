/** The keys under which our own decorators keep their values. */
export const COST_KEY = 'nestjs-errors:throttle-cost';
export const GROUP_KEY = 'nestjs-errors:throttle-group';
