import {
  bulkhead,
  circuitBreaker,
  ConsecutiveBreaker,
  handleAll,
  timeout,
  TimeoutStrategy,
} from 'cockatiel';
import CircuitBreaker from 'opossum';
import { CANARY, describeRows, type FailureRow } from './failure-row';

const NEVER_AGAIN_MS = 1_000_000;
const never = () => new Promise<never>(() => {});
const fail = () => Promise.reject(new Error(CANARY));

/** Fires a breaker of opossum's, after it was brought into a state. */
async function fire(
  action: () => Promise<unknown>,
  options: CircuitBreaker.Options,
  prepare: (breaker: CircuitBreaker) => unknown = () => {},
): Promise<void> {
  const breaker = new CircuitBreaker(action, { resetTimeout: NEVER_AGAIN_MS, ...options });
  try {
    await prepare(breaker);
    await breaker.fire();
  } finally {
    breaker.shutdown();
  }
}

function openCircuit() {
  const breaker = new ConsecutiveBreaker(1);
  return circuitBreaker(handleAll, { halfOpenAfter: NEVER_AGAIN_MS, breaker });
}

async function executeWhileOpen(): Promise<void> {
  const circuit = openCircuit();
  await circuit.execute(fail).catch(() => {});
  await circuit.execute(fail);
}

async function executeWhileFull(): Promise<void> {
  const policy = bulkhead(1);
  void policy.execute(never);
  await policy.execute(never);
}

const opossum = (failure: string, raise: () => unknown, code: FailureRow['code']) => {
  return { source: 'opossum', failure, raise, code };
};
const cockatiel = (failure: string, raise: () => unknown, code: FailureRow['code']) => {
  return { source: 'cockatiel', failure, raise, code };
};

const rows: readonly FailureRow[] = [
  opossum('an open breaker', () => fire(fail, {}, (it) => it.open()), 'SERVICE_UNAVAILABLE'),
  opossum(
    'a breaker shut down',
    () => fire(fail, {}, (it) => it.shutdown()),
    'SERVICE_UNAVAILABLE',
  ),
  opossum(
    'no place left',
    () => fire(never, { capacity: 1, timeout: false }, (it) => void it.fire().catch(() => {})),
    'SERVICE_UNAVAILABLE',
  ),
  opossum('no answer in time', () => fire(never, { timeout: 1 }), 'UPSTREAM_TIMEOUT'),
  opossum('the error of the action', () => fire(fail, {}), 'INTERNAL_ERROR'),
  cockatiel('an open circuit', executeWhileOpen, 'SERVICE_UNAVAILABLE'),
  cockatiel(
    'an isolated circuit',
    async () => {
      const circuit = openCircuit();
      circuit.isolate();
      await circuit.execute(fail);
    },
    'SERVICE_UNAVAILABLE',
  ),
  cockatiel('no place left', executeWhileFull, 'SERVICE_UNAVAILABLE'),
  cockatiel(
    'no answer in time',
    () => timeout(1, TimeoutStrategy.Aggressive).execute(never),
    'UPSTREAM_TIMEOUT',
  ),
];

describeRows('A call that a breaker refuses', rows);
