import type { AlgorithmName } from '../stores/rate-limit-store';
import type { Algorithm } from './algorithm';
import { calendar } from './calendar';
import { concurrency } from './concurrency';
import { fixedWindow } from './fixed-window';
import { slidingWindow } from './sliding-window';
import { tokenBucket } from './token-bucket';

export const ALGORITHMS: { readonly [Name in AlgorithmName]: Algorithm } = {
  'fixed-window': fixedWindow,
  'sliding-window': slidingWindow,
  'token-bucket': tokenBucket,
  calendar,
  concurrency,
};
