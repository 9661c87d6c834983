/** Bounds of a copy, so that no details can hold a thread or fill an answer. */
export interface CopyLimits {
  readonly maxDepth: number;
  /** Members and elements of all levels together. */
  readonly maxMembers: number;
  /** Characters of all names and texts together. */
  readonly maxLength: number;
}

type Transform = (key: string, value: unknown) => unknown;

/**
 * Copies a value as JSON would write it, but for what exceeds the limits, for cycles, and for
 * members that throw when they are read: those are left out. BigInt becomes text.
 */
export function copyWithin(value: unknown, limits: CopyLimits, transform: Transform): unknown {
  return new Copier(limits, transform).copy('', value, 0);
}

class Copier {
  readonly #ancestors: object[] = [];
  #members = 0;
  #length = 0;

  constructor(
    private readonly limits: CopyLimits,
    private readonly transform: Transform,
  ) {}

  copy(key: string, original: unknown, depth: number): unknown {
    try {
      const value = this.transform(key, toJson(key, original));
      if (typeof value === 'bigint') return value.toString();
      if (typeof value === 'string') return this.#text(value);
      return typeof value === 'object' && value !== null ? this.#container(value, depth) : value;
    } catch {
      return undefined;
    }
  }

  #container(value: object, depth: number): unknown {
    this.#ancestors.length = depth;
    if (depth >= this.limits.maxDepth || this.#ancestors.includes(value)) return undefined;
    this.#ancestors.push(value);
    return Array.isArray(value)
      ? this.#array(value, depth + 1)
      : this.#object(value as Record<string, unknown>, depth + 1);
  }

  #array(array: readonly unknown[], depth: number): unknown[] {
    const copied: unknown[] = [];
    for (let index = 0; index < array.length && this.#hasRoom(); index++) {
      copied.push(this.copy('', array[index], depth) ?? null);
    }
    return copied;
  }

  #object(object: Record<string, unknown>, depth: number): object {
    const copied = Object.create(null) as Record<string, unknown>;
    for (const key of Object.keys(object)) {
      this.#length += key.length;
      if (!this.#hasRoom()) break;
      copied[key] = this.copy(key, read(object, key), depth);
    }
    return copied;
  }

  #hasRoom(): boolean {
    return this.#members++ < this.limits.maxMembers && this.#length < this.limits.maxLength;
  }

  #text(text: string): string {
    const room = Math.max(0, this.limits.maxLength - this.#length);
    this.#length += text.length;
    return text.length <= room ? text : `${text.slice(0, room)}…`;
  }
}

function toJson(key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { toJSON } = value as { toJSON?: unknown };
  return typeof toJSON === 'function' ? (toJSON.call(value, key) as unknown) : value;
}

function read(object: Record<string, unknown>, key: string): unknown {
  try {
    return object[key];
  } catch {
    return undefined;
  }
}
