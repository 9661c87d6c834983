import { databaseTests } from './database-tests.mjs';

/**
 * Each folder of mappers, with the tests that are to notice a fault in it.
 * @type {readonly { readonly folder: string, readonly ending: string, readonly tests: readonly string[] }[]}
 */
export const mapperTests = [
  {
    folder: 'lib/async-errors',
    ending: '.mapper.ts',
    tests: ['test/unit/mappers', 'test/e2e/mappers/async-errors', 'test/e2e/mappers/client-abort'],
  },
  {
    folder: 'lib/authentication',
    ending: '.mapper.ts',
    tests: [
      'test/unit/mappers',
      ...['json-web-token', 'jose', 'oauth', 'passport', 'challenge'].map(
        (name) => `test/e2e/mappers/${name}`,
      ),
    ],
  },
  {
    folder: 'lib/uploads',
    ending: '.mapper.ts',
    tests: ['test/unit/mappers', 'test/e2e/mappers/uploads', 'test/e2e/mappers/requests'],
  },
  {
    folder: 'lib/upstream',
    ending: '.mapper.ts',
    tests: ['test/unit/mappers', 'test/e2e/mappers/upstream', 'test/e2e/mappers/async-errors'],
  },
  {
    folder: 'lib/schema-errors',
    ending: '.mapper.ts',
    tests: ['test/unit/mappers', 'test/e2e/mappers/schema', 'test/e2e/mappers/fastify-schema'],
  },
  {
    folder: 'lib/record/mappers',
    ending: '.mapper.ts',
    tests: [
      ...['test/unit/mappers', 'test/e2e/core', 'test/e2e/mappers/requests'],
      ...['test/e2e/mappers/csrf', 'test/e2e/validation/locations'],
    ],
  },
  {
    folder: 'lib/validation/parse-pipes',
    ending: '.mapper.ts',
    tests: ['test/unit/validation/parse', 'test/e2e/validation/locations'],
  },
  ...databaseTests,
];
