import mongoose, { type Connection, Schema, Types } from 'mongoose';
import { listen, type ListeningServer } from '../../../support/servers/listen';
import { createMongoServer } from '../../../support/servers/mongo-server';
import type { FailureSource } from '../support/failure-source';
import { MONGO_REPLIES } from './mongo-replies';

const USER: Schema = new Schema({
  email: { type: String, required: true },
  age: { type: Number, min: 18, max: 120 },
  nick: { type: String, minlength: 2, maxlength: 5 },
  alias: {
    type: String,
    validate: { validator: (alias: string) => alias !== 'x', type: 'unique' },
  },
  mood: { type: String, enum: ['glad', 'sad'] },
  site: { type: String, validate: (site: string) => site.startsWith('https:') },
  address: new Schema({ city: { type: String, match: /^\p{Lu}/u } }),
  tags: [new Schema({ name: { type: String, required: true } })],
});

const WRONG = {
  email: '',
  age: 3,
  nick: 'too long',
  mood: 'angry',
  site: 'nowhere',
  address: { city: 'rome' },
  tags: [{ name: 'a' }, { name: '' }],
};

export function mongooseSource(): FailureSource {
  let server: ListeningServer;
  let connection: Connection;
  const users = (collection: string) =>
    connection.model('User', USER, collection, { overwriteModels: true });
  return {
    source: 'Mongoose',
    open: async () => {
      server = await listen(createMongoServer(MONGO_REPLIES));
      const url = `mongodb://127.0.0.1:${server.port}/app?directConnection=true`;
      connection = await mongoose
        .createConnection(url, { serverApi: '1', autoIndex: false })
        .asPromise();
    },
    close: async () => {
      await connection.close();
      server.stop();
    },
    rows: [
      {
        failure: 'a document that is not valid',
        raise: () => users('none').create(WRONG),
        sent: WRONG,
        code: 'VALIDATION_FAILED',
        details: {
          email: ['Email is required'],
          age: ['Age is out of range'],
          nick: ['Nick is too long'],
          mood: ['Mood has the wrong format'],
          site: ['Site is not valid'],
          'address.city': ['City has the wrong format'],
          'tags[1].name': ['Name is required'],
        },
      },
      {
        failure: 'a document of which only the server knows what is missing',
        raise: () => users('none').create({ age: 20 }),
        sent: { age: 20 },
        code: 'VALIDATION_REQUIRED_FIELD',
      },
      {
        failure: 'a document with values beyond the other bounds, one of them taken',
        raise: () => users('none').create({ email: 'a', age: 200, nick: 'a', alias: 'x' }),
        sent: { age: 200, nick: 'a', alias: 'x' },
        code: 'VALIDATION_FAILED',
        details: {
          age: ['Age is out of range'],
          nick: ['Nick is out of range'],
          alias: ['Alias is already in use'],
        },
      },
      {
        failure: 'several rules of which the client sent no field',
        raise: () => users('none').create({ age: 3 }),
        code: 'VALIDATION_FAILED',
      },
      {
        failure: 'a value of another type',
        raise: () => users('none').validate({ email: 'a', age: 'old' }),
        sent: { age: 'old' },
        code: 'VALIDATION_FAILED',
        details: { age: ['Age has the wrong format'] },
      },
      {
        failure: 'a text that is no id',
        raise: () => users('none').findById('nonsense'),
        sent: { id: 'nonsense' },
        code: 'VALIDATION_FAILED',
        details: { id: ['Id has the wrong format'] },
      },
      {
        failure: 'a duplicate',
        raise: () => users('taken').create({ email: 'a' }),
        sent: { email: 'a' },
        code: 'RESOURCE_CONFLICT',
        details: { email: ['Email is already in use'] },
      },
      {
        failure: 'a document that had to be there',
        raise: () => users('none').findOne({ email: 'a' }).orFail(),
        code: 'RESOURCE_NOT_FOUND',
      },
      {
        failure: 'a document that has changed meanwhile',
        raise: async () => {
          const tags = [{ name: 'a' }];
          const stored = { _id: new Types.ObjectId(), email: 'a', tags, __v: 1 };
          const user = users('none').hydrate(stored);
          user.set('tags', []);
          await user.save();
        },
        code: 'RESOURCE_CONFLICT',
      },
      {
        failure: 'no server',
        raise: async () => {
          const options = { serverSelectionTimeoutMS: 20 };
          const offline = mongoose.createConnection('mongodb://127.0.0.1:1', options);
          await offline.asPromise();
        },
        code: 'SERVICE_UNAVAILABLE',
        retryAfter: '5',
      },
      {
        failure: 'a connection that does not come about',
        raise: () => {
          const schema = new Schema({}, { bufferTimeoutMS: 20 });
          return mongoose.createConnection().model('User', schema).findOne();
        },
        code: 'SERVICE_UNAVAILABLE',
        retryAfter: '5',
      },
      {
        failure: 'a fault of the code',
        raise: async () => connection.model('Unknown'),
        code: 'INTERNAL_ERROR',
      },
    ],
  };
}
