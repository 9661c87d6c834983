import type { ResolvedOptions } from '../resolve-options';

type EventType = 'request' | 'response' | 'error' | 'retry' | 'breaker';

/** Tells hooks and the logger of an event, which is made only if one of them listens. */
export type Emit = (type: EventType, describe: () => object) => void;

type Listener = Readonly<Record<string, ((event: unknown) => unknown) | undefined>>;

const { console: output, process: node } = globalThis as Pick<typeof globalThis, 'console'> & {
  process?: { env?: Record<string, string | undefined> };
};

const consoleLogger = {
  request: (event: unknown) => output.debug('Request:', event),
  response: (event: unknown) => output.debug('Response:', event),
  error: (event: unknown) => output.error('Error:', event),
};

export function createEmit({
  on,
  debug,
  logLevel,
  clock,
  logger = consoleLogger,
}: ResolvedOptions): Emit {
  const isLogging = debug || isDebugged();
  return (type, describe) => {
    let event: unknown;
    const tell = async (listener: unknown, name: string) => {
      // What an observer throws, or rejects with, must not fail the call that it observes.
      try {
        await (listener as Listener)[name]?.(
          (event ??= { time: new Date(clock.now()).toISOString(), ...describe() }),
        );
      } catch {}
    };
    const name = type === 'retry' ? 'error' : type;
    void tell(on, type);
    if (isLogging && (logLevel === 'debug' || logLevel === name)) void tell(logger, name);
  };
}

/** Deno asks for a permission to read the environment; without it, nobody debugs. */
function isDebugged(): boolean {
  try {
    return /nestjs-errors:|^\*/.test(node?.env?.['DEBUG'] ?? '');
  } catch {
    return false;
  }
}
