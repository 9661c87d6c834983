export type { ComparableAnswer } from './answer-facts';
export { assertIndistinguishable } from './assert-indistinguishable';
