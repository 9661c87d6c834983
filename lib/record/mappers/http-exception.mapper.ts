import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { answerStatus, codeForStatus } from '../../catalog/code-for-status';
import type { StandardErrorCode } from '../../catalog/standard-errors';
import type { ErrorMapper, MapperContext } from '../error-mapper';
import { requestErrorMapper } from './request-error.mapper';

/** Nest's own exceptions, and classes that extend them. */
export const httpExceptionMapper: ErrorMapper = (thrown, context) => {
  if (!isHttpException(thrown)) return undefined;
  const status = answerStatus(thrown.getStatus());
  if (status === 404 && isRouteMiss(thrown, context))
    return context.record('ROUTE_NOT_FOUND', { cause: thrown });
  const original = wrappedRequestError(thrown, context);
  if (original) return original;
  const response = thrown.getResponse();
  const isTextSafe = status < 500;
  return context.record(errorCodeOf(thrown, response) ?? codeFor(status, context), {
    status,
    message: isTextSafe ? authoredText(response, status) : undefined,
    details: isTextSafe ? ownMembers(response) : undefined,
    cause: thrown,
  });
};

/** By shape, too: some loaders keep two copies of Nest's classes. */
function isHttpException(value: unknown): value is HttpException {
  if (value instanceof HttpException) return true;
  if (!(value instanceof Error)) return false;
  const { getStatus, getResponse } = value as Partial<HttpException>;
  return typeof getStatus === 'function' && typeof getResponse === 'function';
}

/** Nest answers an unknown route with a NotFoundException of exactly this text. */
function isRouteMiss(exception: HttpException, { method, url }: MapperContext): boolean {
  return exception.message === `Cannot ${method} ${url}`;
}

/** Nest 12 wraps what parsers throw, text included; the original still tells what went wrong. */
function wrappedRequestError(exception: HttpException, context: MapperContext) {
  const { cause, message } = exception;
  if (!(cause instanceof Error)) return undefined;
  const isWrapper = cause.message === message || (cause as { expose?: unknown }).expose === false;
  return isWrapper ? requestErrorMapper(cause, context) : undefined;
}

function codeFor(status: number, context: MapperContext): StandardErrorCode {
  if (status !== 401 || !context.isGuarded) return codeForStatus(status);
  return context.hasCredentials ? 'AUTH_TOKEN_INVALID' : 'AUTH_TOKEN_MISSING';
}

const ERROR_CODE = /^[\w.:-]{1,128}$/;

/** Nest 12's `errorCode`: on the exception, or in the body it was made with. */
function errorCodeOf(exception: HttpException, response: unknown): string | undefined {
  const own = (exception as { errorCode?: unknown }).errorCode;
  const code = own ?? (isObject(response) ? response['errorCode'] : undefined);
  return typeof code === 'string' && ERROR_CODE.test(code) ? code : undefined;
}

/** Nest's own defaults say no more than the status: the catalogue's text is better. */
function authoredText(response: unknown, status: number): string | undefined {
  const message = isObject(response) ? response['message'] : response;
  const text = Array.isArray(message)
    ? message.filter((item) => typeof item === 'string').join('; ')
    : message;
  if (typeof text !== 'string' || text === '') return undefined;
  const isDefault =
    text.toLowerCase() === STATUS_CODES[status]?.toLowerCase() ||
    text === 'Forbidden resource' ||
    text === 'ThrottlerException: Too Many Requests';
  return isDefault ? undefined : text;
}

const ENVELOPE_MEMBERS = new Set(['statusCode', 'message', 'error', 'errorCode']);

/** What the author put into an object body beside Nest's envelope was meant for the client. */
function ownMembers(response: unknown): object | undefined {
  if (!isObject(response)) return undefined;
  const all = Object.keys(response);
  // Nest's own exceptions have nothing else, and are most of what is thrown.
  if (all.every((name) => ENVELOPE_MEMBERS.has(name))) return undefined;
  const names = all.filter((name) => !ENVELOPE_MEMBERS.has(name));
  return Object.fromEntries(names.map((name) => [name, response[name]]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Error);
}
