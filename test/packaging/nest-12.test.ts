import { describeConsumer } from './consumer/describe-consumer';

describeConsumer({
  name: 'A Nest 12 application in ES modules',
  cli: [process.execPath, require.resolve('@nestjs/cli/bin/nest.js')],
  nest: '12',
});
