import { nodeSqliteSources } from './sources/node-sqlite.source';
import { sqliteDriverSources } from './sources/sqlite-drivers.source';
import { sqliteSource } from './sources/sqlite.source';
import { describeSource } from './support/describe-source';

const SOURCES = [sqliteSource(), ...nodeSqliteSources(), ...sqliteDriverSources()];

for (const source of SOURCES) describeSource(source);
