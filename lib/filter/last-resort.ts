import { StandardErrors } from '../catalog/standard-errors';
import type { Answer } from './transports/http-transport';

const { code, definition } = StandardErrors.INTERNAL_ERROR;

/** What is sent when the flow itself has a fault: a body without anything that could fail. */
export const LAST_RESORT: Answer = {
  status: 500,
  headers: {},
  varyBy: [],
  body: {
    mediaType: 'application/json',
    text: JSON.stringify({ error: { code, message: definition.message } }),
  },
};
