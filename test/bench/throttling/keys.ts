/** Addresses of clients, each a text of its own as a socket yields it. */
export function addresses(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    Buffer.from(`10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`).toString('latin1'),
  );
}

/** The same places in no order every time: a table is not walked from end to end. */
export function randomPlaces(length: number): () => number {
  let seed = 1;
  return () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return seed % length;
  };
}
