import { PrismaClientKnownRequestError } from '@prisma/client/runtime/client';
import SqliteError from 'better-sqlite3/lib/sqlite-error.js';
import { DrizzleQueryError } from 'drizzle-orm';
import { MongoServerError } from 'mongodb';
import mongoose from 'mongoose';
import pg from 'pg';
import { ForeignKeyConstraintError, UniqueConstraintError } from 'sequelize';
import { EntityNotFoundError, OptimisticLockVersionMismatchError, QueryFailedError } from 'typeorm';

/** Planted in values, names, statements and texts: no answer may hold it. */
export const SECRET = 'hunter2';

const NAMES = {
  severity: 'ERROR',
  schema: `${SECRET}_schema`,
  table: `${SECRET}_table`,
  constraint: `${SECRET}_table_${SECRET}_column_key`,
  detail: `Key (${SECRET}_column)=(${SECRET}) already exists.`,
  hint: SECRET,
  where: SECRET,
};

const STATES = [
  '22001',
  '22003',
  '22P02',
  '23502',
  '23503',
  '23505',
  '23514',
  '40001',
  '57014',
  '57P01',
  '42P01',
];

const STATEMENT = `insert into ${SECRET}_table (${SECRET}_column) values ('${SECRET}')`;

function ofPostgres(): readonly Error[] {
  return STATES.map((code) => {
    const error = new pg.DatabaseError(`${SECRET}: ${STATEMENT}`, 1, 'error');
    return Object.assign(error, NAMES, { code, column: `${SECRET}_column` });
  });
}

function ofMysql(): readonly Error[] {
  const key = `${SECRET}_table.${SECRET}_key`;
  const texts: readonly (readonly [number, string])[] = [
    [1062, `Duplicate entry '${SECRET}' for key '${key}'`],
    [1048, `Column '${SECRET}_column' cannot be null`],
    [
      1452,
      `fails (\`${SECRET}\`.\`${SECRET}\`, CONSTRAINT \`${SECRET}\` FOREIGN KEY (\`${SECRET}\`)`,
    ],
    [3819, `Check constraint '${SECRET}' is violated.`],
    [1366, `Incorrect integer value: '${SECRET}' for column '${SECRET}' at row 1`],
    [1205, SECRET],
  ];
  return texts.map(([errno, sqlMessage]) =>
    Object.assign(new Error(sqlMessage), { errno, sqlMessage, sqlState: SECRET, sql: STATEMENT }),
  );
}

function ofSqlite(): readonly Error[] {
  const names = `${SECRET}_table.${SECRET}_column`;
  const failures = ['UNIQUE', 'NOT NULL', 'CHECK', 'FOREIGN KEY'];
  return failures.map(
    (type) => new SqliteError(`${type} constraint failed: ${names}`, 'SQLITE_CONSTRAINT'),
  );
}

function ofMongo(): readonly Error[] {
  const errmsg = `E11000 duplicate key error collection: app.${SECRET} index: ${SECRET}_1 dup key: { ${SECRET}: "${SECRET}" }`;
  const keys = { keyPattern: { [SECRET]: 1 }, keyValue: { [SECRET]: SECRET } };
  const invalid = new mongoose.Error.ValidationError();
  const rule = { path: SECRET, type: 'required', message: SECRET, value: SECRET };
  invalid.addError(SECRET, new mongoose.Error.ValidatorError(rule));
  return [
    new MongoServerError({ errmsg, code: 11_000, ...keys }),
    new MongoServerError({ errmsg: SECRET, code: 112 }),
    invalid,
    new mongoose.Error.CastError('Number', SECRET, SECRET),
    new mongoose.Error.DocumentNotFoundError(SECRET),
  ];
}

function ofOrms(): readonly Error[] {
  const [error = new Error(SECRET)] = ofPostgres();
  const target = { target: [`${SECRET}_column`], modelName: SECRET };
  const prisma = (code: string) =>
    new PrismaClientKnownRequestError(SECRET, { code, meta: target, clientVersion: SECRET });
  return [
    ...ofPostgres().map((driver) => new QueryFailedError(STATEMENT, [SECRET], driver)),
    ...ofPostgres().map((cause) => new DrizzleQueryError(STATEMENT, [SECRET], cause)),
    ...['P2002', 'P2003', 'P2025', 'P2010', 'P1001'].map(prisma),
    new EntityNotFoundError(SECRET, { [SECRET]: SECRET }),
    new OptimisticLockVersionMismatchError(SECRET, 1, 2),
    new UniqueConstraintError({ fields: { [SECRET]: SECRET }, message: SECRET }),
    new ForeignKeyConstraintError({ fields: { [SECRET]: SECRET }, table: SECRET, value: SECRET }),
    new Error(SECRET, { cause: error }),
  ];
}

/** Errors of every source with a secret in whatever they carry. */
export function leakyErrors(): readonly Error[] {
  return [...ofPostgres(), ...ofMysql(), ...ofSqlite(), ...ofMongo(), ...ofOrms()];
}
