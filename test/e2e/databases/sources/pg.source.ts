import pg from 'pg';
import type { FailureSource } from '../support/failure-source';
import type { Postgres } from '../support/postgres';

export function pgSource(postgres: () => Postgres): FailureSource {
  let pool: pg.Pool;
  const query = (sql: string, values?: unknown[]) => () => pool.query(sql, values);
  return {
    source: 'pg',
    open: () => {
      pool = new pg.Pool({ ...postgres(), max: 1 });
    },
    close: () => pool.end(),
    rows: [
      {
        failure: 'a duplicate of a field that was sent',
        raise: query(`insert into users (email) values ('taken@example.com')`),
        sent: { email: 'taken@example.com' },
        code: 'RESOURCE_CONFLICT',
        details: { email: ['Email is already in use'] },
      },
      {
        failure: 'a duplicate of a column that was not sent',
        raise: query(`insert into users (email) values ('taken@example.com')`),
        sent: { mail: 'taken@example.com' },
        code: 'RESOURCE_CONFLICT',
      },
      {
        failure: 'a duplicate of several columns',
        raise: query(`insert into rooms (org_id, label) values (1, 'red')`),
        sent: { orgId: 1, label: 'red' },
        code: 'RESOURCE_CONFLICT',
        details: { orgId: ['Org id is already in use'], label: ['Label is already in use'] },
      },
      {
        failure: 'a row that points nowhere',
        raise: query('insert into posts (author_id) values ($1)', [99]),
        sent: { authorId: 99 },
        code: 'VALIDATION_FAILED',
        details: { authorId: ['Author id does not exist'] },
      },
      {
        failure: 'a row that points nowhere by a column that was not sent',
        raise: query('update posts set author_id = 99'),
        code: 'VALIDATION_REFERENCE_INVALID',
      },
      {
        failure: 'a row that others point to',
        raise: query('delete from users'),
        sent: { authorId: 1 },
        code: 'RESOURCE_DEPENDENCY',
      },
      {
        failure: 'a key that others point to',
        raise: query('update users set id = 5'),
        method: 'PUT',
        code: 'RESOURCE_DEPENDENCY',
      },
      {
        failure: 'a missing value of a field that was sent',
        raise: query('insert into users (email) values (null)'),
        sent: { email: null },
        code: 'VALIDATION_FAILED',
        details: { email: ['Email is required'] },
      },
      {
        failure: 'a missing value of a column that was not sent',
        raise: query('insert into users (age) values (20)'),
        sent: { age: 20 },
        code: 'VALIDATION_REQUIRED_FIELD',
      },
      {
        failure: 'a broken check',
        raise: query(`insert into users (email, age) values ('b', 3)`),
        sent: { age: 3 },
        code: 'VALIDATION_FAILED',
        details: { age: ['Age is out of range'] },
      },
      {
        failure: 'a text that is too long',
        raise: query(`insert into users (email, nick) values ('b', 'too long')`),
        sent: { nick: 'too long' },
        code: 'VALIDATION_OUT_OF_RANGE',
      },
      {
        failure: 'a number that is too large',
        raise: query('insert into posts (stars) values (100000)'),
        code: 'VALIDATION_OUT_OF_RANGE',
      },
      {
        failure: 'a day that no calendar has',
        raise: query(`insert into posts (day) values ('2024-02-31')`),
        code: 'VALIDATION_OUT_OF_RANGE',
      },
      {
        failure: 'a negative limit',
        raise: query('select * from posts limit $1', [-1]),
        code: 'VALIDATION_OUT_OF_RANGE',
      },
      {
        failure: 'a text that is no uuid',
        raise: query('select $1::uuid', ['nonsense']),
        code: 'VALIDATION_INVALID_FORMAT',
      },
      {
        failure: 'a text that is no value of an enum',
        raise: query('insert into posts (mood) values ($1)', ['angry']),
        code: 'VALIDATION_INVALID_FORMAT',
      },
      {
        failure: 'a text that is no date',
        raise: query(`insert into posts (day) values ('tomorrowish')`),
        code: 'VALIDATION_INVALID_FORMAT',
      },
      {
        failure: 'a null character',
        raise: query('select $1::text', ['a\0b']),
        code: 'VALIDATION_INVALID_FORMAT',
      },
      {
        failure: 'a write to a database that is read-only',
        raise: async () => {
          const client = await pool.connect();
          // Not back into the pool: its transaction has failed.
          await client
            .query('begin read only; delete from posts')
            .finally(() => client.release(true));
        },
        code: 'SERVICE_UNAVAILABLE',
        retryAfter: '5',
      },
      {
        failure: 'a syntax error',
        raise: query('selec 1'),
        code: 'INTERNAL_ERROR',
      },
      {
        failure: 'an unknown table',
        raise: query('select * from nowhere'),
        code: 'INTERNAL_ERROR',
      },
      {
        failure: 'a division by zero',
        raise: query('select 1 / 0'),
        code: 'INTERNAL_ERROR',
      },
    ],
  };
}
