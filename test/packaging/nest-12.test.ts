import { createRequire } from 'node:module';
import { describeConsumer } from './consumer/describe-consumer';

const nestCli = createRequire(__filename).resolve('@nestjs/cli/bin/nest.js');

describeConsumer({
  name: 'A Nest 12 application in ES modules',
  cli: [process.execPath, nestCli],
  nest: '12',
});
