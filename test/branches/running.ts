import { BlockCoverage } from './block-coverage';

/** Begun before any module is loaded: import it first. */
export const coverage = new BlockCoverage();
