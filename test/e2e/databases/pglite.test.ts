import { pgliteSource } from './sources/pglite.source';
import { describeSource } from './support/describe-source';

describeSource(pgliteSource());
