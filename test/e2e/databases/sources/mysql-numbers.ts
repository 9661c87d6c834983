import {
  BUSY,
  type CodeTable,
  DEPENDED_ON,
  DOWN,
  FAULT,
  LOST_RACE,
  NO_REFERENCE,
  OUT_OF_RANGE,
  REQUIRED,
  TAKEN,
  WRONG_FORMAT,
} from '../support/rows-of-codes';

/**
 * https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html, and those of MariaDB
 * (https://mariadb.com/kb/en/mariadb-error-code-reference).
 */
export const MYSQL_NUMBERS: CodeTable = [
  [DOWN, [1053, 1792, 1836, 1927, 2006, 2013]],
  [BUSY, [1040, 1114, 1203, 1205, 1226, 1317, 1969, 3024, 3572]],
  [LOST_RACE, [1020, 1213, 1614, 3101]],
  [TAKEN, [1062, 1586]],
  [DEPENDED_ON, [1217, 1451]],
  [NO_REFERENCE, [1216, 1452]],
  [REQUIRED, [1048, 1364]],
  [OUT_OF_RANGE, [1153, 1264, 1406, 1690, 3819, 4025]],
  [WRONG_FORMAT, [1265, 1292, 1366, 1411, 3140]],
  [FAULT, [1044, 1045, 1054, 1064, 1146, 1290]],
];
