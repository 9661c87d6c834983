import { currentTrace } from 'nestjs-errors';
import { format } from 'winston';

const withTrace = format((info) => Object.assign(info, currentTrace()));

/** For `createLogger({ format: traced, transports: [new transports.Console()] })`. */
export const traced = format.combine(withTrace(), format.json());
