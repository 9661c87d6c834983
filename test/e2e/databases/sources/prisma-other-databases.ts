import type { PrismaFailure } from './prisma-failure';

const EMAIL_TAKEN = {
  sent: { email: 'a' },
  code: 'RESOURCE_CONFLICT',
  details: { email: ['Email is already in use'] },
} as const;
/** From the adapters of SQLite and MariaDB, and from the engines before Prisma 7. */
export const PRISMA_OF_OTHERS: readonly PrismaFailure[] = [
  {
    failure: 'a duplicate in SQLite',
    code: 'P2002',
    meta: { modelName: 'User' },
    cause: {
      originalCode: 'SQLITE_CONSTRAINT_UNIQUE',
      originalMessage: 'UNIQUE constraint failed: User.email',
      kind: 'UniqueConstraintViolation',
      constraint: { fields: ['email'] },
    },
    expected: EMAIL_TAKEN,
  },
  {
    failure: 'a row that points nowhere in SQLite',
    code: 'P2003',
    cause: {
      originalCode: 'SQLITE_CONSTRAINT_FOREIGNKEY',
      originalMessage: 'FOREIGN KEY constraint failed',
      kind: 'ForeignKeyConstraintViolation',
      constraint: { foreignKey: {} },
    },
    expected: { code: 'VALIDATION_REFERENCE_INVALID' },
  },
  {
    failure: 'a duplicate in MariaDB',
    code: 'P2002',
    cause: {
      originalCode: '1062',
      originalMessage: `Duplicate entry 'a' for key 'User_email_key'`,
      kind: 'UniqueConstraintViolation',
      constraint: { index: 'User_email_key' },
      table: 'User',
    },
    expected: EMAIL_TAKEN,
  },
  {
    failure: 'a null in MariaDB',
    code: 'P2011',
    cause: {
      originalCode: '1048',
      originalMessage: `Column 'email' cannot be null`,
      kind: 'NullConstraintViolation',
    },
    expected: {
      sent: { email: null },
      code: 'VALIDATION_FAILED',
      details: { email: ['Email is required'] },
    },
  },
  {
    failure: 'a broken check in MariaDB',
    code: 'P2010',
    cause: {
      originalCode: '4025',
      originalMessage: 'CONSTRAINT `User.age` failed for `app`.`User`',
      kind: 'mysql',
    },
    expected: {
      sent: { age: -1 },
      code: 'VALIDATION_FAILED',
      details: { age: ['Age is out of range'] },
    },
  },
  {
    failure: 'a broken check in SQLite',
    code: 'P2010',
    cause: {
      originalCode: '275',
      originalMessage: 'CHECK constraint failed: age',
      kind: 'sqlite',
    },
    expected: {
      sent: { age: -1 },
      code: 'VALIDATION_FAILED',
      details: { age: ['Age is out of range'] },
    },
  },
  {
    failure: 'a duplicate in SQL Server',
    code: 'P2002',
    cause: {
      originalCode: '2627',
      originalMessage: `Violation of UNIQUE KEY constraint 'User_email_key'. Cannot insert duplicate key in object 'dbo.User'.`,
      kind: 'UniqueConstraintViolation',
      constraint: { fields: ['email'] },
    },
    expected: EMAIL_TAKEN,
  },
  {
    failure: 'a duplicate of an engine',
    code: 'P2002',
    meta: { modelName: 'User', target: ['email'] },
    expected: EMAIL_TAKEN,
  },
  {
    failure: 'a foreign key of an engine',
    code: 'P2003',
    meta: { modelName: 'Post', field_name: 'Post_authorId_fkey (index)' },
    expected: {
      sent: { authorId: 99 },
      code: 'VALIDATION_FAILED',
      details: { authorId: ['Author id does not exist'] },
    },
  },
  {
    failure: 'a foreign key of an engine on deletion',
    code: 'P2003',
    meta: { modelName: 'Post', field_name: 'Post_authorId_fkey (index)' },
    expected: { method: 'DELETE', code: 'RESOURCE_DEPENDENCY' },
  },
  {
    failure: 'a raw statement of an engine',
    code: 'P2010',
    meta: {
      code: '23505',
      message: 'duplicate key value violates unique constraint "User_email_key"',
    },
    expected: { code: 'RESOURCE_CONFLICT' },
  },
];
