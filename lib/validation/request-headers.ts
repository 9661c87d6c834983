import {
  type ArgumentMetadata,
  createParamDecorator,
  type ExecutionContext,
  type PipeTransform,
  type Type,
} from '@nestjs/common';

/** Travels as the decorator's `data`, the one thing that Nest hands to pipes untouched. */
const HEADERS = Symbol.for('nestjs-errors.RequestHeaders');

const headersOf = createParamDecorator<symbol, object>((_, context: ExecutionContext) => {
  const { headers } = context.switchToHttp().getRequest<{ headers: object }>();
  return { ...headers };
});

/**
 * Injects the request's headers as an object that the validation pipe checks: Nest runs no pipe
 * on `@Headers()`. Property names are header names in lower case; headers that the class does
 * not name are no failure, also with `forbidNonWhitelisted`.
 * @example
 * class EventHeaders {
 *   @IsNotBlank()
 *   'tenant-code': string;
 * }
 * save(@RequestHeaders() headers: EventHeaders) {}
 */
export function RequestHeaders(...pipes: (Type<PipeTransform> | PipeTransform)[]) {
  return headersOf(HEADERS, ...pipes);
}

/** Whether an argument was declared with `@RequestHeaders()`. */
export function isRequestHeaders({ data }: ArgumentMetadata): boolean {
  return (data as unknown) === HEADERS;
}
