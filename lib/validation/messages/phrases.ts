import { checkOptions } from '../../check-options';
import type { FieldLocation } from '../../record/field-error';
import type { Phrases } from './message-catalog';
import { MessageTemplate } from './message-template';

/** Phrases, parsed. */
export type PhraseTemplates = {
  readonly [Name in Exclude<keyof Phrases, 'parts'>]: MessageTemplate;
} & { readonly parts: Phrases['parts'] };

const ENGLISH_PHRASES: Phrases = {
  sentence: '{label} {text}',
  required: '{label} is required',
  each: 'each element {text}',
  eachSentence: 'Each element of {label} {text}',
  element: 'Element {index} of {label}',
  rootElement: 'Element {index}',
  parts: {},
};

/** What was validated as a whole. */
export const ENGLISH_PARTS: Readonly<Record<FieldLocation, string>> = {
  body: 'Request body',
  query: 'Query',
  path: 'Path',
  header: 'Headers',
  cookie: 'Cookies',
  file: 'File',
};

/** @throws TypeError naming the wrong phrase */
export function resolvePhrases(
  phrases: Partial<Phrases>,
  where: string,
  plurals: Intl.PluralRules,
): Partial<PhraseTemplates> {
  checkOptions(where, phrases, Object.keys(ENGLISH_PHRASES));
  const { parts = {}, ...templates } = phrases;
  checkOptions(`${where}.parts`, parts, Object.keys(ENGLISH_PARTS));
  const parsed = Object.entries(templates).map(
    ([name, text]) => [name, new MessageTemplate(text, `${where}.${name}`, plurals)] as const,
  );
  return { ...Object.fromEntries(parsed), parts };
}

export const ENGLISH = resolvePhrases(
  ENGLISH_PHRASES,
  'phrases',
  new Intl.PluralRules('en'),
) as PhraseTemplates;
