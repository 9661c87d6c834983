import type { FieldLocation } from '../../record/field-error';
import type { HandlerRoute } from '../../record/error-mapper';
import type { FieldRoot } from '../field-errors/field-root';

/** Nest's own key for the parameters of a handler; its constant is not public in Nest 12. */
const ROUTE_ARGUMENTS = '__routeArguments__';

/** The request as Express and Fastify alike have it. */
export interface ParsedRequest {
  readonly body?: unknown;
  readonly query?: unknown;
  readonly params?: unknown;
  readonly file?: unknown;
  readonly files?: unknown;
}

/** A parameter of a handler that has pipes. */
export interface HandlerParameter {
  readonly root: FieldRoot;
  /** Classes or instances, in the order in which they run. */
  readonly pipes: readonly unknown[];
  /** The value before any pipe; undefined also where only a custom decorator knows it. */
  readonly value: unknown;
  readonly isValueKnown: boolean;
}

interface Source {
  readonly location: FieldLocation;
  readonly read: (request: ParsedRequest) => unknown;
  /** Stands for a parameter without a name. */
  readonly fallbackName?: string;
}

/** Nest's RouteParamtypes that pipes run on. */
const SOURCES: Readonly<Record<string, Source>> = {
  3: { location: 'body', read: ({ body }) => body },
  4: { location: 'query', read: ({ query }) => query },
  5: { location: 'path', read: ({ params }) => params },
  8: { location: 'file', read: ({ file }) => file, fallbackName: 'file' },
  9: { location: 'file', read: ({ files }) => files, fallbackName: 'files' },
};

interface StoredParameter {
  readonly data?: unknown;
  readonly pipes?: readonly unknown[];
}

/** What the decorators of a parameter declare: the same for every request. */
interface Declaration extends Pick<HandlerParameter, 'root' | 'pipes'> {
  readonly source: Source | undefined;
  readonly name: string | undefined;
}

const declarations = new WeakMap<Function, Map<Function, readonly Declaration[]>>();

/** The parameters of a handler as its decorators declare them, each with the request's value. */
export function handlerParameters(route: HandlerRoute, request: unknown): HandlerParameter[] {
  return declarationsOf(route).map(({ root, pipes, source, name }) => ({
    root,
    pipes,
    value: source && readValue(source, name, request ?? {}),
    isValueKnown: source !== undefined,
  }));
}

export function declarationsOf(route: HandlerRoute): readonly Declaration[] {
  const { controller, handler } = route;
  const ofController = declarations.get(controller) ?? new Map<Function, readonly Declaration[]>();
  declarations.set(controller, ofController);
  const declared = ofController.get(handler) ?? readDeclarations(route);
  ofController.set(handler, declared);
  return declared;
}

function readDeclarations(route: HandlerRoute): readonly Declaration[] {
  const stored = Reflect.getMetadata(ROUTE_ARGUMENTS, route.controller, methodName(route)) as
    Record<string, StoredParameter> | undefined;
  return Object.entries(stored ?? {}).map(([key, { data, pipes = [] }]) => {
    const source = SOURCES[key.split(':', 1)[0] ?? ''];
    const name = typeof data === 'string' && data !== '' ? data : undefined;
    const shownName = name ?? (source ? source.fallbackName : 'value');
    const path = shownName === undefined ? [] : [shownName];
    return { root: { location: source?.location ?? 'body', path }, pipes, source, name };
  });
}

function readValue(source: Source, name: string | undefined, request: ParsedRequest): unknown {
  const value = source.read(request);
  if (name === undefined || source.location === 'file') return value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** A decorated method may have lost its name. */
function methodName({ controller, handler }: HandlerRoute): string {
  let prototype = controller.prototype as object | null;
  for (; prototype !== null; prototype = Object.getPrototypeOf(prototype) as object | null) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (value === handler) return name;
    }
  }
  return handler.name;
}
