import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { settings } from '../settings.js';
import { Database } from './database.js';
import { PgliteDatabase } from './pglite-database.js';
import { PostgresDatabase } from './postgres-database.js';
import { prepareDatabase } from './prepare-database.js';

async function openDatabase(): Promise<Database> {
  const database =
    settings.databaseUrl === undefined
      ? await PgliteDatabase.open()
      : new PostgresDatabase(settings.databaseUrl);
  await prepareDatabase(database);
  return database;
}

@Global()
@Module({
  providers: [{ provide: Database, useFactory: openDatabase }],
  exports: [Database],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
