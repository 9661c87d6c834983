const MOST_ATTEMPTS = 3;

/** A port that was free may be taken by the time that a server wants it: then it is tried on another. */
export async function retryStart<Server>(start: () => Promise<Server>): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start();
    } catch (failure) {
      if (attempt === MOST_ATTEMPTS) throw failure;
    }
  }
}
