import { describeConsumer } from './consumer/describe-consumer';

describeConsumer({
  name: 'A Nest 11 application in CommonJS',
  cli: ['npx', '--yes', '@nestjs/cli@11.0.13'],
  nest: '11',
});
