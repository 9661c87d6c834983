import { mongoSource } from './sources/mongodb.source';
import { mongooseSource } from './sources/mongoose.source';
import { mysqlSource } from './sources/mysql.source';
import { nodeSqliteSources } from './sources/node-sqlite.source';
import { prismaSource } from './sources/prisma.source';
import { sqliteDriverSources } from './sources/sqlite-drivers.source';
import { sqliteSource } from './sources/sqlite.source';
import { describeSource } from './support/describe-source';

const SOURCES = [
  mysqlSource(),
  sqliteSource(),
  ...nodeSqliteSources(),
  ...sqliteDriverSources(),
  mongoSource(),
  mongooseSource(),
  prismaSource(),
];

for (const source of SOURCES) describeSource(source);
