import { DataTypes, type Model, type ModelStatic, Sequelize } from 'sequelize';
import type { FailureSource } from '../support/failure-source';
import type { Postgres } from '../support/postgres';

export function sequelizeSource(postgres: () => Postgres): FailureSource {
  let sequelize: Sequelize;
  let crowded: Sequelize;
  let offline: Sequelize;
  let users: ModelStatic<Model>;
  let posts: ModelStatic<Model>;
  return {
    source: 'Sequelize',
    open: () => {
      const { user: username, ...address } = postgres();
      const quiet = { dialect: 'postgres', logging: false } as const;
      const ofServer = { ...address, username, ...quiet };
      sequelize = new Sequelize(ofServer);
      crowded = new Sequelize({ ...ofServer, pool: { max: 1, acquire: 50 } });
      offline = new Sequelize({ host: '127.0.0.1', port: 1, ...quiet });
      const options = { timestamps: false };
      users = sequelize.define('users', USER, { ...options, version: true });
      const authorId = { type: DataTypes.INTEGER, field: 'author_id' };
      posts = sequelize.define('posts', { authorId }, options);
    },
    close: () => Promise.all([sequelize, crowded, offline].map((each) => each.close())),
    rows: [
      {
        failure: 'a duplicate',
        raise: () => users.create({ email: 'taken@example.com' }),
        sent: { email: 'taken@example.com' },
        code: 'RESOURCE_CONFLICT',
        details: { email: ['Email is already in use'] },
      },
      {
        failure: 'a row that points nowhere',
        raise: () => posts.create({ authorId: 99 }),
        sent: { authorId: 99 },
        code: 'VALIDATION_FAILED',
        details: { authorId: ['Author id does not exist'] },
      },
      {
        failure: 'a row that others point to',
        raise: () => users.destroy({ where: { id: 1 } }),
        code: 'RESOURCE_DEPENDENCY',
      },
      {
        failure: 'a broken check',
        raise: () => users.create({ email: 'b', age: 3 }),
        sent: { age: 3 },
        code: 'VALIDATION_FAILED',
        details: { age: ['Age is out of range'] },
      },
      {
        failure: 'a model that is not valid',
        raise: () => users.create({ email: null, nick: 'too long', site: 'nowhere', age: 20 }),
        sent: { email: null, nick: 'too long', site: 'nowhere' },
        code: 'VALIDATION_FAILED',
        details: {
          email: ['Email is required'],
          nick: ['Nick is out of range'],
          site: ['Site is not valid'],
        },
      },
      {
        failure: 'a model that lacks what was not sent',
        raise: () => users.create({ age: 20 }),
        sent: { age: 20 },
        code: 'VALIDATION_REQUIRED_FIELD',
      },
      {
        failure: 'records of which one is not valid',
        raise: () => users.bulkCreate([{ email: 'c' }, { age: 20 }], { validate: true }),
        sent: [{ email: 'c' }, { age: 20 }],
        code: 'VALIDATION_REQUIRED_FIELD',
      },
      {
        failure: 'a row that had to be there',
        raise: () => users.findByPk(99, { rejectOnEmpty: true }),
        method: 'GET',
        code: 'RESOURCE_NOT_FOUND',
      },
      {
        failure: 'an optimistic lock',
        raise: async () => {
          const [mine, theirs] = await Promise.all([users.findByPk(1), users.findByPk(1)]);
          await theirs?.update({ age: 18 + Math.floor(Math.random() * 1e6) });
          await mine?.update({ age: 30 });
        },
        code: 'RESOURCE_CONFLICT',
      },
      {
        failure: 'no connection of the pool in time',
        raise: () => crowded.transaction(() => crowded.query('select 1')),
        code: 'SERVICE_UNAVAILABLE',
        retryAfter: '1',
      },
      {
        failure: 'a refused connection',
        raise: () => offline.query('select 1'),
        code: 'SERVICE_UNAVAILABLE',
        retryAfter: '5',
      },
      {
        failure: 'an unknown table',
        raise: () => sequelize.query('select * from nowhere'),
        code: 'INTERNAL_ERROR',
      },
    ],
  };
}

const USER = {
  email: { type: DataTypes.TEXT, allowNull: false },
  age: DataTypes.INTEGER,
  nick: { type: DataTypes.STRING, validate: { len: [1, 5] } },
  site: { type: DataTypes.VIRTUAL, validate: { isUrl: true } },
} as const;
