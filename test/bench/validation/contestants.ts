import { join } from 'node:path';
import { StandardSchemaValidationPipe, ValidationPipe } from '@nestjs/common';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { FieldValidationPipe } from 'nestjs-errors';
import { dtos } from './dtos';
import { jsonSchemas } from './json-schemas';
import type { Shape } from './orders';
import { zodSchemas } from './zod-schemas';

/** Validates one body: false, or anything thrown, says that it was refused. */
export type Validate = (body: unknown) => unknown;

export const contestantNames = ['ours', 'ValidationPipe', 'zod pipe', 'ajv', 'typia'] as const;
export type ContestantName = (typeof contestantNames)[number];

const OPTIONS = { whitelist: true, transform: true };

type Validators = Readonly<Record<Shape, (body: unknown) => { readonly success: boolean }>>;

/** Generated from ./typia before this runs, so that no import can name it. */
const generated = () =>
  (require(join(__dirname, 'typia-validators.js')) as { readonly validators: Validators })
    .validators;

/** Every contestant for one shape of body; pipes get it as Nest hands it to them. */
export function contestantsFor(shape: Shape): Readonly<Record<ContestantName, Validate>> {
  const body = { type: 'body', metatype: dtos[shape] } as const;
  const ours = new FieldValidationPipe(OPTIONS);
  const nest = new ValidationPipe(OPTIONS);
  const zod = new StandardSchemaValidationPipe();
  const schema = { type: 'body', schema: zodSchemas[shape] } as const;
  const ajv = addFormats(new Ajv({ allErrors: true })).compile(jsonSchemas[shape]);
  const typia = generated()[shape];
  return {
    ours: (value) => ours.transform(value, body),
    ValidationPipe: (value) => nest.transform(value, body),
    'zod pipe': (value) => zod.transform(value, schema),
    ajv: (value) => ajv(value),
    typia: (value) => typia(value).success,
  };
}
