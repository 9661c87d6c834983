import { mongoSource } from './sources/mongodb.source';
import { mongooseSource } from './sources/mongoose.source';
import { describeSource } from './support/describe-source';

for (const source of [mongoSource(), mongooseSource()]) describeSource(source);
