import { arraySamples } from './array.samples';
import { composedSamples } from './composed.samples';
import { formatSamples } from './format.samples';
import { identifierSamples } from './identifier.samples';
import { numberAndDateSamples } from './number-and-date.samples';
import { presenceSamples } from './presence.samples';
import type { Samples } from './sample';
import { stringSamples } from './string.samples';

/** At least one sample for every decorator of class-validator. */
export const allSamples: Samples = {
  ...presenceSamples,
  ...numberAndDateSamples,
  ...stringSamples,
  ...arraySamples,
  ...formatSamples,
  ...identifierSamples,
  ...composedSamples,
};
