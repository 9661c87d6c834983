import type { ClientOptions } from '../options';

type EventType = 'request' | 'response' | 'error' | 'retry' | 'breaker';

/** Tells hooks and the logger of an event, which is made only if one of them listens. */
export type Emit = (type: EventType, describe: () => unknown) => void;

type Listener = Readonly<Record<string, ((event: unknown) => unknown) | undefined>>;

const { console: output, process: node } = globalThis as Pick<typeof globalThis, 'console'> & {
  process?: { env?: Record<string, string | undefined> };
};

const consoleLogger = {
  request: (event: unknown) => output.debug('Request:', event),
  response: (event: unknown) => output.debug('Response:', event),
  error: (event: unknown) => output.error('Error:', event),
};

export function createEmit({ on, debug, logLevel, logger = consoleLogger }: ClientOptions): Emit {
  const isLogging = debug || /nestjs-errors:|^\*/.test(node?.env?.['DEBUG'] ?? '');
  return (type, describe) => {
    const isFailure = type === 'error' || type === 'retry';
    const isLogged = isLogging && (isFailure || logLevel !== 'error');
    let event: unknown;
    const tell = async (listener: unknown, name: string) => {
      // What an observer throws, or rejects with, must not fail the call that it observes.
      try {
        await (listener as Listener)[name]?.((event ??= describe()));
      } catch {}
    };
    void tell(on, type);
    if (isLogged) void tell(logger, isFailure ? 'error' : type);
  };
}
