/** A piece of a template: a text, a placeholder, or a choice between texts. */
export type TemplatePart = string | { readonly name: string } | CasesPart;

/** `{min, plural, one {# letter} other {# letters}}`. */
export interface CasesPart {
  readonly name: string;
  readonly kind: 'plural' | 'select';
  readonly cases: ReadonlyMap<string, readonly TemplatePart[]>;
}

const NAME = /\w+/y;
const SPACE = /\s*/y;
const CASE = /=\d+|\w+/y;

/**
 * Reads the part of ICU's message syntax that field messages need: `{name}`, `plural` and `select`
 * with `#`, and `'{'` for a brace.
 * @throws TypeError naming the place and what is wrong
 */
export function parseTemplate(source: unknown, where: string): readonly TemplatePart[] {
  if (typeof source !== 'string') throw new TypeError(`${where} must be a text.`);
  const parser = new TemplateParser(source, where);
  const parts = parser.parts(undefined);
  parser.end();
  return parts;
}

class TemplateParser {
  #position = 0;

  constructor(
    private readonly source: string,
    private readonly where: string,
  ) {}

  end(): void {
    if (this.#position < this.source.length) this.#fail('has a "}" too many');
  }

  /** @param counted what `#` stands for: the value of the plural around it */
  parts(counted: string | undefined): TemplatePart[] {
    const parts: TemplatePart[] = [];
    let text = '';
    for (let next = this.#next(); next !== undefined && next !== '}'; next = this.#next()) {
      if (next === '{' || (next === '#' && counted !== undefined)) {
        if (text !== '') parts.push(text);
        text = '';
        parts.push(next === '{' ? this.#placeholder() : this.#count(counted ?? ''));
      } else {
        text += next === "'" ? this.#quoted() : next;
        this.#position += next === "'" ? 0 : 1;
      }
    }
    return text === '' ? parts : [...parts, text];
  }

  #next(): string | undefined {
    return this.source[this.#position];
  }

  #count(name: string): TemplatePart {
    this.#position++;
    return { name };
  }

  /** An apostrophe is one, unless it stands before a brace or another apostrophe. */
  #quoted(): string {
    const start = this.#position + 1;
    const following = this.source[start];
    if (following === "'") {
      this.#position += 2;
      return "'";
    }
    const end = this.source.indexOf("'", start);
    if (following === undefined || !'{}#'.includes(following) || end === -1) {
      this.#position++;
      return "'";
    }
    this.#position = end + 1;
    return this.source.slice(start, end);
  }

  #placeholder(): TemplatePart {
    this.#position++;
    const name = this.#token(NAME, 'a name');
    if (this.#skip('}')) return { name };
    this.#expect(',');
    const kind = this.#token(NAME, '"plural" or "select"');
    if (kind !== 'plural' && kind !== 'select') this.#fail(`knows no "${kind}"`);
    this.#expect(',');
    const cases = new Map<string, readonly TemplatePart[]>();
    while (!this.#skip('}')) {
      const key = this.#token(CASE, 'a case such as "one" or "other"');
      this.#expect('{');
      cases.set(key, this.parts(kind === 'plural' ? name : undefined));
      this.#expect('}');
    }
    if (!cases.has('other')) this.#fail(`needs a case "other" for {${name}}`);
    return { name, kind, cases };
  }

  #token(pattern: RegExp, expected: string): string {
    this.#match(SPACE);
    const token = this.#match(pattern);
    if (token === undefined) this.#fail(`needs ${expected} at position ${this.#position}`);
    this.#match(SPACE);
    return token;
  }

  #expect(character: string): void {
    this.#match(SPACE);
    if (!this.#skip(character)) this.#fail(`needs "${character}" at position ${this.#position}`);
  }

  #skip(character: string): boolean {
    if (this.source[this.#position] !== character) return false;
    this.#position++;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.source)?.[0];
    this.#position += found?.length ?? 0;
    return found;
  }

  #fail(reason: string): never {
    throw new TypeError(`${this.where} ${reason}: ${JSON.stringify(this.source)}.`);
  }
}
