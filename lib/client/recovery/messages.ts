import type { ApiFailure } from '../errors/api-error';
import { textFor } from '../errors/text-for';
import { ENGLISH } from './english';

/** What one code says to users. */
export interface UserText {
  readonly message?: string;
  readonly suggestions?: readonly string[];
}

/** Texts by code; `'*'` is for every code that has none. */
export type UserTexts = Readonly<Record<string, UserText>>;

/** What to show to a user. */
export interface UserMessage {
  readonly message: string;
  readonly suggestions: readonly string[];
}

/**
 * Texts for users in a locale: by code, then the server's, then a generic one. English is built in;
 * your texts for `en` win over it. `de-AT` falls back to `de`.
 * @example
 * const tell = messages('de', { de: { '*': { message: 'Das hat nicht geklappt' } } });
 * const { message, suggestions } = tell(error);
 */
export function messages(
  locale: string,
  locales: Readonly<Record<string, UserTexts>> = {},
): (error: unknown) => UserMessage {
  const language = locale.replace(/-.*/, '');
  const tables = [locales[locale], locales[language]];
  if (language === 'en' || !tables.some(Boolean)) tables.push(ENGLISH);
  const pick = <Name extends keyof UserText>(code: string, name: Name) =>
    tables
      // Codes come from servers: `constructor` is none of the texts.
      .map((table) => ({ __proto__: null as never, ...table })[code]?.[name])
      .find(Boolean);
  return (error) => {
    const { code = '', status, message } = error as Partial<ApiFailure>;
    const told = message !== textFor(status, code) && message;
    return {
      message: pick(code, 'message') ?? (told || pick('*', 'message') || ''),
      suggestions: pick(code, 'suggestions') ?? pick('*', 'suggestions') ?? [],
    };
  };
}
