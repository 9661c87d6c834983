import { details } from '../details';

/** Details of a built-in code are free: a caller may give what explains the failure, or nothing. */
export const openDetails = details<object>();
