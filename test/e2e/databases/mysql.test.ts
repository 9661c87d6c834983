import { mysqlSource } from './sources/mysql.source';
import { describeSource } from './support/describe-source';

describeSource(mysqlSource());
