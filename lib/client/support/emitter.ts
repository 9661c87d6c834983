import type { ResolvedOptions } from '../resolve-options';

type EventType = 'request' | 'response' | 'error' | 'retry' | 'breaker';

/** Tells hooks and the logger of an event, which is made only if one of them listens. */
export type Emit = (type: EventType, describe: () => object) => void;

type Listener = Readonly<Record<string, ((...event: unknown[]) => unknown) | undefined>>;

export function createEmit({ on, debug, logLevel, clock, logger }: ResolvedOptions): Emit {
  const isLogging = debug || isDebugged();
  return (type, describe) => {
    if (!isLogging && !on[type]) return;
    let event: unknown;
    // What an observer throws, or rejects with, must not fail the call that it observes.
    const tell = async (listener: unknown, name: string, ...label: readonly string[]) => {
      try {
        // The event is made once, and only for those who listen.
        await (listener as Listener)[name]?.(
          ...label,
          (event ??= { time: new Date(clock.now()).toISOString(), ...describe() }),
        );
      } catch {}
    };
    const name = type === 'retry' ? 'error' : type;
    void tell(on, type);
    if (!isLogging || (logLevel !== 'debug' && logLevel !== name)) return;
    void (logger ? tell(logger, name) : tell(console, name === 'error' ? name : 'debug', name));
  };
}

/** Deno asks for a permission to read the environment; without it, nobody debugs. */
function isDebugged(): boolean {
  try {
    const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
    return /nestjs-errors:|^\*/.test(process?.env?.['DEBUG'] as string);
  } catch {
    return false;
  }
}
