import type { PrismaFailure } from './prisma-failure';

const EMAIL_TAKEN = {
  sent: { email: 'a' },
  code: 'RESOURCE_CONFLICT',
  details: { email: ['Email is already in use'] },
} as const;
/** From Prisma Client 7.10 with @prisma/adapter-pg on PostgreSQL 15. */
export const PRISMA_CONSTRAINTS: readonly PrismaFailure[] = [
  {
    failure: 'a duplicate',
    code: 'P2002',
    meta: { modelName: 'User' },
    cause: {
      originalCode: '23505',
      originalMessage: 'duplicate key value violates unique constraint "User_email_key"',
      kind: 'UniqueConstraintViolation',
      constraint: { index: 'User_email_key' },
      table: 'User',
    },
    expected: EMAIL_TAKEN,
  },
  {
    failure: 'a missing value of a raw statement',
    code: 'P2010',
    cause: {
      originalCode: '23502',
      originalMessage:
        'null value in column "email" of relation "User" violates not-null constraint',
      kind: 'NullConstraintViolation',
      constraint: undefined,
    },
    expected: {
      sent: { email: null },
      code: 'VALIDATION_FAILED',
      details: { email: ['Email is required'] },
    },
  },
  {
    failure: 'a broken check',
    code: 'P2039',
    meta: { modelName: 'User' },
    cause: {
      originalCode: '23514',
      originalMessage: 'new row for relation "User" violates check constraint "User_age_check"',
      kind: 'postgres',
      code: '23514',
      severity: 'ERROR',
      message: 'new row for relation "User" violates check constraint "User_age_check"',
      detail: 'Failing row contains (5, b, -1, null).',
      column: undefined,
      hint: undefined,
    },
    expected: {
      sent: { age: -1 },
      code: 'VALIDATION_FAILED',
      details: { age: ['Age is out of range'] },
    },
  },
  {
    failure: 'a text that is too long',
    code: 'P2000',
    meta: { modelName: 'User' },
    cause: {
      originalCode: '22001',
      originalMessage: 'value too long for type character varying(5)',
      kind: 'LengthMismatch',
      column: undefined,
    },
    expected: { code: 'VALIDATION_OUT_OF_RANGE' },
  },
  {
    failure: 'a row that points nowhere',
    code: 'P2003',
    meta: { modelName: 'Post' },
    cause: {
      originalCode: '23503',
      originalMessage:
        'insert or update on table "Post" violates foreign key constraint "Post_author_id_fkey"',
      kind: 'ForeignKeyConstraintViolation',
      constraint: { index: 'Post_author_id_fkey' },
    },
    expected: {
      sent: { authorId: 99 },
      code: 'VALIDATION_FAILED',
      details: { authorId: ['Author id does not exist'] },
    },
  },
  {
    failure: 'a row that others point to',
    code: 'P2003',
    meta: { modelName: 'User' },
    cause: {
      originalCode: '23503',
      originalMessage:
        'update or delete on table "User" violates foreign key constraint "Post_author_id_fkey" on table "Post"',
      kind: 'ForeignKeyConstraintViolation',
      constraint: { index: 'Post_author_id_fkey' },
    },
    expected: { code: 'RESOURCE_DEPENDENCY' },
  },
];
