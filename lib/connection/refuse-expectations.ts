import type { Server } from 'node:http';
import { StandardErrors } from '../catalog/standard-errors';
import type { AnswerConnection } from './answer-parser-errors';

/** RFC 9110, section 15.5.18: Node knows no expectation but `100-continue`. */
const REFUSAL = { status: 417, message: 'The expectation of the request cannot be met' };

/** Answers an unknown `Expect` header, unless the application has a listener of its own. */
export function refuseExpectations(server: Server, answer: AnswerConnection): void {
  server.on('checkExpectation', (request, response) => {
    if (server.listenerCount('checkExpectation') > 1) return;
    answer(StandardErrors.REQUEST_FAILED(undefined, REFUSAL), request, response);
  });
}
