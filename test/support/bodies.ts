import { expect } from 'vitest';

const TRACE_ID = /^[0-9a-f]{32}$/;
const ISO_MILLISECONDS = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const ISO_SECONDS = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

/** A whole nested body, but for what differs from request to request. */
export function nestedBody(error: {
  code: string;
  message: string;
  path: string;
  method?: string;
  details?: unknown;
  fieldErrors?: unknown;
}) {
  return {
    error: {
      method: 'GET',
      ...error,
      timestamp: matching(ISO_MILLISECONDS),
      traceId: matching(TRACE_ID),
    },
  };
}

/** A whole flat body, but for its timestamp. */
export function flatBody(body: {
  status: number;
  error: string;
  message: string;
  path: string;
  validationErrors?: Record<string, string>;
  fieldErrors?: unknown;
}) {
  return { ...body, timestamp: matching(ISO_SECONDS) };
}

/** A whole problem, but for what differs from request to request. */
export function problemBody(body: {
  status: number;
  title: string;
  detail: string;
  code: string;
  instance: string;
  [member: string]: unknown;
}) {
  return {
    type: 'about:blank',
    ...body,
    timestamp: matching(ISO_MILLISECONDS),
    traceId: matching(TRACE_ID),
  };
}
