import { EntitySchema, LockMode, MikroORM } from '@mikro-orm/postgresql';
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
  properties: {
    id: { type: 'number', primary: true },
    email: { type: 'string' },
    age: { type: 'number', nullable: true },
    version: { type: 'number', version: true },
  },
});

export function mikroOrmSource(postgres: () => Postgres): FailureSource {
  let orm: MikroORM;
  let offline: MikroORM;
  const create = (values: object) => async (): Promise<void> => {
    const manager = orm.em.fork();
    manager.create(Users, values as User);
    await manager.flush();
  };
  return {
    source: 'MikroORM',
    open: async () => {
      const { database: dbName, ...address } = postgres();
      const shared = { entities: [Users], discovery: { disableDynamicFileAccess: true } };
      orm = await MikroORM.init({ ...shared, ...address, dbName, pool: { min: 0, max: 1 } });
      offline = await MikroORM.init({ ...shared, dbName, port: 1, connect: false });
    },
    close: () => Promise.all([orm.close(), offline.close()]),
    rows: [
      {
        failure: 'a duplicate',
        raise: create({ email: 'taken@example.com' }),
        sent: { email: 'taken@example.com' },
        code: 'RESOURCE_CONFLICT',
        details: { email: ['Email is already in use'] },
      },
      {
        failure: 'a broken check',
        raise: create({ email: 'b', age: 3 }),
        sent: { age: 3 },
        code: 'VALIDATION_FAILED',
        details: { age: ['Age is out of range'] },
      },
      {
        failure: 'an entity that lacks a value',
        raise: create({ age: 20 }),
        sent: { email: null },
        code: 'VALIDATION_FAILED',
        details: { email: ['Email is required'] },
      },
      {
        failure: 'a row that had to be there',
        raise: () => orm.em.fork().findOneOrFail(Users, 99),
        method: 'GET',
        code: 'RESOURCE_NOT_FOUND',
      },
      {
        failure: 'an optimistic lock',
        raise: () => {
          const options = { lockMode: LockMode.OPTIMISTIC, lockVersion: 99 };
          return orm.em.fork().findOne(Users, 1, options);
        },
        code: 'RESOURCE_CONFLICT',
      },
      {
        failure: 'a refused connection',
        raise: () => offline.em.fork().find(Users, {}),
        code: 'SERVICE_UNAVAILABLE',
        retryAfter: '5',
      },
      {
        failure: 'a fault of the code',
        raise: () => orm.em.find(Users, {}),
        code: 'INTERNAL_ERROR',
      },
    ],
  };
}
