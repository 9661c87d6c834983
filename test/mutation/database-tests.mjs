const e2e = (/** @type {string} */ name) => `test/e2e/databases/${name}`;
const unit = (/** @type {string} */ name) => `test/unit/databases/${name}`;

const ofPostgres = [
  unit('client-codes'),
  e2e('postgres'),
  unit('sqlstate'),
  unit('foreign-key'),
  unit('unclaimed'),
];
const ofMysql = [e2e('mysql'), unit('client-codes'), unit('unclaimed'), unit('hostile')];
const ofOrms = [e2e('postgres'), unit('classes'), unit('unclaimed')];
const ofPrisma = [e2e('prisma'), unit('client-codes'), unit('unclaimed')];
const ofMongo = [e2e('mongo'), unit('classes'), unit('unclaimed'), unit('hostile')];

/**
 * A source's own failures, and few of the others: a fault takes seconds, not a minute.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const testsOfSources = {
  'connection.ts': [unit('client-codes'), unit('unclaimed'), e2e('mysql')],
  'knex.ts': ofOrms,
  'mikro-orm.ts': ofOrms,
  'mongodb.ts': ofMongo,
  'mongoose.ts': ofMongo,
  'mysql-client.ts': ofMysql,
  'mysql-errors.ts': ofMysql,
  'mysql.ts': ofMysql,
  'pg-client.ts': [...ofPostgres, unit('hostile')],
  'prisma-adapter.ts': ofPrisma,
  'prisma.ts': ofPrisma,
  'sequelize.ts': ofOrms,
  'sqlite.ts': [e2e('sqlite'), unit('foreign-key'), unit('unclaimed'), unit('hostile')],
  'sqlstate.ts': ofPostgres,
  'typeorm.ts': ofOrms,
};

/** @type {readonly { folder: string, ending: string, tests: readonly string[] }[]} */
export const databaseTests = [
  ...Object.entries(testsOfSources).map(([name, tests]) => ({
    folder: 'lib/databases/sources',
    ending: `/${name}`,
    tests,
  })),
  {
    folder: 'lib/databases',
    ending: '.ts',
    tests: ['test/unit/databases', e2e('constraints'), e2e('mongo'), e2e('sqlite')],
  },
];
