import type { FailureRow } from '../support/failure-source';

type Expected = Pick<FailureRow, 'code' | 'details' | 'retryAfter'>;

/** What a server says: the failure, its number and text, and what clients are told. */
type MysqlFailure = readonly [failure: string, errno: number, text: string, expected: Expected];

const BUSY = { code: 'SERVICE_UNAVAILABLE', retryAfter: '1' } as const;
const DOWN = { code: 'SERVICE_UNAVAILABLE', retryAfter: '5' } as const;
const FAULT = { code: 'INTERNAL_ERROR' } as const;

const wrong = (details: Readonly<Record<string, string>>): Expected => ({
  code: 'VALIDATION_FAILED',
  details: Object.fromEntries(Object.entries(details).map(([field, text]) => [field, [text]])),
});

const EMAIL_TAKEN = {
  code: 'RESOURCE_CONFLICT',
  details: { email: ['Email is already in use'] },
} as const;

const FOREIGN_KEY =
  'a foreign key constraint fails (`app`.`posts`, CONSTRAINT `posts_ibfk_1` FOREIGN KEY (`author_id`) REFERENCES `users` (`id`))';
const OPTION = (option: string): string =>
  `The MySQL server is running with the ${option} option so it cannot execute this statement`;

/** The fields that all of these statements wrote. */
export const SENT = {
  email: null,
  authorId: 99,
  age: 'x',
  nick: 'x',
  day: 'x',
  mood: 'x',
  meta: 'x',
};

/** The texts are those of MySQL 8.4 and MariaDB 11. */
export const MYSQL_FAILURES: readonly MysqlFailure[] = [
  ['a duplicate', 1062, `Duplicate entry 'x' for key 'users.users_email_key'`, EMAIL_TAKEN],
  ['a duplicate in MariaDB', 1062, `Duplicate entry 'x' for key 'email'`, EMAIL_TAKEN],
  [
    'a duplicate that names another key',
    1062,
    `Duplicate entry 'x' for key 'users.age' for key 'users.users_email_key'`,
    EMAIL_TAKEN,
  ],
  ['a null', 1048, `Column 'email' cannot be null`, wrong({ email: 'Email is required' })],
  [
    'a missing value',
    1364,
    `Field 'email' doesn't have a default value`,
    wrong({ email: 'Email is required' }),
  ],
  [
    'a row that points nowhere',
    1452,
    `Cannot add or update a child row: ${FOREIGN_KEY}`,
    wrong({ authorId: 'Author id does not exist' }),
  ],
  [
    'a row that others point to',
    1451,
    `Cannot delete or update a parent row: ${FOREIGN_KEY}`,
    { code: 'RESOURCE_DEPENDENCY' },
  ],
  [
    'a broken check',
    3819,
    `Check constraint 'users_age_check' is violated.`,
    { code: 'VALIDATION_OUT_OF_RANGE' },
  ],
  [
    'a broken check in MariaDB',
    4025,
    'CONSTRAINT `users.age` failed for `app`.`users`',
    wrong({ age: 'Age is out of range' }),
  ],
  [
    'a number out of range',
    1264,
    `Out of range value for column 'age' at row 1`,
    wrong({ age: 'Age is out of range' }),
  ],
  [
    'a long text',
    1406,
    `Data too long for column 'nick' at row 1`,
    wrong({ nick: 'Nick is too long' }),
  ],
  [
    'a text that is no number, and names another column',
    1366,
    `Incorrect integer value: 'x' for column 'nick' at row 1' for column 'age' at row 1`,
    wrong({ age: 'Age has the wrong format' }),
  ],
  [
    'a text that is no number in MariaDB',
    1366,
    "Incorrect integer value: 'x' for column `app`.`users`.`age` at row 1",
    wrong({ age: 'Age has the wrong format' }),
  ],
  [
    'a text that is no date',
    1292,
    `Incorrect date value: 'x' for column 'day' at row 1`,
    wrong({ day: 'Day has the wrong format' }),
  ],
  [
    'a text that is no value of an enum',
    1265,
    `Data truncated for column 'mood' at row 1`,
    wrong({ mood: 'Mood has the wrong format' }),
  ],
  [
    'a text that is no JSON',
    3140,
    `Invalid JSON text: "Invalid value." at position 0 in value for column 'posts.meta'.`,
    wrong({ meta: 'Meta has the wrong format' }),
  ],
  ['a deadlock', 1213, 'Deadlock found when trying to get lock', { code: 'RESOURCE_CONFLICT' }],
  ['a lock timeout', 1205, 'Lock wait timeout exceeded; try restarting transaction', BUSY],
  ['a statement timeout', 3024, 'Query execution was interrupted', BUSY],
  ['too many connections', 1040, 'Too many connections', BUSY],
  ['a shutdown', 1053, 'Server shutdown in progress', DOWN],
  ['a read-only server', 1290, OPTION('--super-read-only'), DOWN],
  ['another option that is in the way', 1290, OPTION('--secure-file-priv'), FAULT],
  ['a syntax error', 1064, 'You have an error in your SQL syntax', FAULT],
  ['an unknown table', 1146, `Table 'app.nowhere' doesn't exist`, FAULT],
];
