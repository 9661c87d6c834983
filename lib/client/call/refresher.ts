import type { AuthOptions } from '../options';

/** Gets another token than the one that was refused; many callers share one refresh. */
export type Renew = (refused: string | undefined) => Promise<unknown>;

export function createRenew(auth: AuthOptions): Renew {
  let current: Promise<unknown> | undefined;
  let begun = 0;
  return async (refused) => {
    const begunBefore = begun;
    const isRenewed = !current && (await auth.token()) !== refused;
    // Another call may have begun, or even ended, a refresh meanwhile.
    if (!current && (isRenewed || begun > begunBefore)) return;
    current ??= (async () => {
      begun++;
      await auth.refresh?.();
    })().finally(() => (current = undefined));
    await current;
  };
}
