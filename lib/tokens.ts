/** Tokens are global symbols: two copies of the package still mean the same thing. */
export const ERROR_FLOW = Symbol.for('nestjs-errors.flow');
export const CONTRACTS = Symbol.for('nestjs-errors.contracts');
export const OPTIONS = Symbol.for('nestjs-errors.options');
export const RESOLVED_OPTIONS = Symbol.for('nestjs-errors.resolved-options');
export const FEATURE = Symbol.for('nestjs-errors.feature');
