const CHARACTERS = [' ', 'a', 'A', '1', '_', '-', '.', ',', '"', "'", '(', '/', '\n'];
const SUFFIXES = ['', '!'];

/**
 * Texts that make a pattern try again and again: what it spells itself, each piece of it, and all
 * kinds of characters, repeated, alone and after its own beginning.
 */
export function attackTexts({ source }: RegExp, length: number): string[] {
  const pieces = piecesOf(source);
  const [first = ''] = pieces;
  const pumps = new Set([...CHARACTERS, ...pieces, pieces.join(''), ...pairs(pieces)]);
  return [...pumps].filter(Boolean).flatMap((pump) => {
    const pumped = pump.repeat(Math.ceil(length / pump.length));
    return SUFFIXES.flatMap((suffix) => [`${pumped}${suffix}`, `${first}${pumped}${suffix}`]);
  });
}

/** The texts that a pattern spells out, without its syntax: ` for key '`, `KEY-----`. */
function piecesOf(source: string): string[] {
  const plain = source
    .replace(/\\[dwspPDWSbB](?:\{\w+\})?/g, '\uE000')
    .replace(/\[(?:[^\]\\]|\\.)*\]/g, '\uE000')
    .replace(/\{\d*,?\d*\}/g, '\uE000')
    .replace(/\\(.)/g, '$1')
    .split(/[\uE000()?*+|^$.]|:(?=[^ ])/);
  return [...new Set(plain.filter((piece) => piece !== ''))].slice(0, 12);
}

function pairs(pieces: readonly string[]): string[] {
  return pieces.slice(1).map((piece, index) => `${pieces[index]}${piece}`);
}
