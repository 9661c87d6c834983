export { type ErrorBody, parseErrorBody } from './error-body';
