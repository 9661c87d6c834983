import { inOrder } from '../in-order.js';
import type { Database } from './database.js';
import { ACCOUNTS_SCHEMA } from './schema/accounts.schema.js';
import { ENTRYGUARD_SCHEMA } from './schema/entryguard.schema.js';
import { EVENTS_SCHEMA } from './schema/events.schema.js';
import { seedAccounts } from './seed/seed-accounts.js';
import { seedEntryGuard } from './seed/seed-entryguard.js';
import { seedEvents } from './seed/seed-events.js';

const LOCK_ID = 20_240_115;

/** Creates and fills the tables; what is there already stays, so that every start may run it. */
export async function prepareDatabase(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    // Several instances may start on one server at once: they take turns.
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK_ID]);
    await inOrder([...ACCOUNTS_SCHEMA, ...ENTRYGUARD_SCHEMA, ...EVENTS_SCHEMA], (statement) =>
      tx.query(statement),
    );
    await seedAccounts(tx);
    await seedEntryGuard(tx);
    await seedEvents(tx);
  });
}
