import { Logger } from '@nestjs/common';
import { publish } from '../throttling-channel';
import type { StoreFailureMode } from './failover/failover-store';
import type { StoreReports } from './failover/store-caller';

const MEANWHILE: { readonly [Mode in StoreFailureMode]: string } = {
  local: 'each process limits for itself',
  open: 'every request passes',
  closed: 'every request is refused',
};

/** Tells the log, once an outage, and whoever listens on the channel. */
export function reportStores(mode: StoreFailureMode): StoreReports {
  const logger = new Logger('RateLimitGuard');
  let isKnown = false;
  return {
    onFailure(error, retryInMs) {
      publish({ type: 'store-failed', error, mode, retryInMs });
      if (isKnown) return;
      isKnown = true;
      logger.error(`The rate-limit store fails: ${MEANWHILE[mode]}. ${String(error)}`);
    },
    onRecovery() {
      isKnown = false;
      publish({ type: 'store-recovered' });
      logger.log('The rate-limit store answers again.');
    },
  };
}
