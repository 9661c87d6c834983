import { DataSource, EntitySchema } from 'typeorm';
import type { FailureSource } from '../support/failure-source';
import type { Postgres } from '../support/postgres';

interface User {
  id: number;
  email: string;
  age?: number;
  version: number;
}

const Users = new EntitySchema<User>({
  name: 'User',
  tableName: 'users',
  columns: {
    id: { type: Number, primary: true, generated: true },
    email: { type: String },
    age: { type: Number, nullable: true },
    version: { type: Number, version: true },
  },
});

export function typeOrmSource(postgres: () => Postgres): FailureSource {
  let database: DataSource;
  return {
    source: 'TypeORM',
    open: () => {
      const { user: username, ...address } = postgres();
      database = new DataSource({ type: 'postgres', username, entities: [Users], ...address });
      return database.initialize();
    },
    close: () => database.destroy(),
    rows: [
      {
        failure: 'a duplicate',
        raise: () => database.getRepository(Users).insert({ email: 'taken@example.com' }),
        sent: { email: 'taken@example.com' },
        code: 'RESOURCE_CONFLICT',
        details: { email: ['Email is already in use'] },
      },
      {
        failure: 'a row that others point to',
        raise: () => database.getRepository(Users).delete({ id: 1 }),
        method: 'DELETE',
        code: 'RESOURCE_DEPENDENCY',
      },
      {
        failure: 'a broken check',
        raise: () => database.getRepository(Users).insert({ email: 'b', age: 3 }),
        sent: { age: 3 },
        code: 'VALIDATION_FAILED',
        details: { age: ['Age is out of range'] },
      },
      {
        failure: 'a row that had to be there',
        raise: () => database.getRepository(Users).findOneByOrFail({ id: 99 }),
        method: 'GET',
        code: 'RESOURCE_NOT_FOUND',
      },
      {
        failure: 'an optimistic lock',
        raise: () => {
          const lock = { mode: 'optimistic', version: 99 } as const;
          return database.getRepository(Users).findOne({ where: { id: 1 }, lock });
        },
        code: 'RESOURCE_CONFLICT',
      },
      {
        failure: 'a syntax error',
        raise: () => database.query('selec 1'),
        code: 'INTERNAL_ERROR',
      },
    ],
  };
}
