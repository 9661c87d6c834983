import type { AuthOptions } from '../options';

/** Gets another token than the one that was refused; many callers share one refresh. */
export type Renew = (refused: string | undefined) => Promise<void>;

export function createRenew(auth: AuthOptions): Renew {
  let current: Promise<void> | undefined;
  const renew: Renew = async (refused) => {
    // Another call may have refreshed it meanwhile.
    if ((await auth.token()) === refused) await auth.refresh?.();
  };
  // The look at the token is shared as well: nobody sees an old one after a refresh.
  return (refused) => (current ??= renew(refused).finally(() => (current = undefined)));
}
