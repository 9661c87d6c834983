import { describe, expect, it } from 'vitest';
import { conventionalColumn } from '../../../lib/databases/conventional-column';

describe('The column in the default name of a constraint', () => {
  it.each([
    ['PostgreSQL and Prisma', 'users_email_key', 'users', 'email'],
    ['PostgreSQL, the second of its name', 'users_age_check1', 'users', 'age'],
    ['a foreign key', 'posts_author_id_fkey', 'posts', 'author_id'],
    ['Knex', 'users_email_unique', 'users', 'email'],
    ['Sequelize', 'posts_author_id_foreign_idx', 'posts', 'author_id'],
    ['MySQL', 'email', 'users', 'email'],
    ['MariaDB', 'users.age', 'users', 'age'],
    ['an unknown table', 'users_email_key', undefined, 'users_email'],
    ['a table whose name begins alike', 'users_email_key', 'use', 'users_email'],
    [
      'TypeORM, which names no column',
      'UQ_97672ac88f789774dd47f7c8be3',
      'users',
      'UQ_97672ac88f789774dd47f7c8be3',
    ],
  ])('%s', (_who, constraint, table, column) => {
    expect(conventionalColumn(constraint, table)).toBe(column);
  });
});
