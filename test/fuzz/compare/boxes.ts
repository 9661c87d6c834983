const BOXES = new Set(['String', 'Number', 'Boolean', 'BigInt']);

/** `Object('text')`: an object, to every rule that asks for one. */
export function isBox(value: object): boolean {
  return BOXES.has(Object.prototype.toString.call(value).slice('[object '.length, -1));
}
