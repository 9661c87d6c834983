import { noop } from '../noop';
import { orUndefined } from '../or-undefined';
import type { ResolvedOptions } from '../resolve-options';

type EventType = 'request' | 'response' | 'error' | 'retry' | 'breaker';

/** Tells hooks and the logger of an event, which is made only if one of them listens. */
export type Emit = (type: EventType, describe: () => object) => void;

type Listener = Readonly<Record<string, ((event: object, type: string) => unknown) | undefined>>;

export function createEmit(options: ResolvedOptions, now: () => number): Emit | undefined {
  const { logLevel, on } = options;
  const logger = (options.logger ?? console) as unknown as Listener;
  const isLogging = options.debug || orUndefined(isDebugged);
  if (!isLogging && !on) return undefined;
  return (type, describe) => {
    const name = type === 'retry' ? 'error' : type;
    const isLogged = isLogging && (logLevel === 'debug' || logLevel === name);
    if (!isLogged && !on?.[type]) return;
    const event = { time: new Date(now()).toISOString(), ...describe() };
    // What an observer throws, or rejects with, must not fail the call that it observes.
    const tell = (listener: Listener | undefined, method: string) =>
      void (async () => listener?.[method]?.(event, type))().catch(noop);
    tell(on as Listener | undefined, type);
    if (isLogged) tell(logger, logger[name] ? name : 'debug');
  };
}

/** Deno asks for a permission to read the environment, and may throw: nobody debugs then. */
function isDebugged(): boolean {
  const { process } = globalThis as { process?: { env: Record<string, string | undefined> } };
  return /nestjs-errors:|^\*/.test(process?.env['DEBUG'] as string);
}
