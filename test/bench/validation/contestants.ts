import { join } from 'node:path';
import { StandardSchemaValidationPipe, ValidationPipe } from '@nestjs/common';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { FieldValidationPipe } from 'nestjs-errors';
import { dtos } from './dtos';
import { fieldMapper } from './field-map';
import { jsonSchemas } from './json-schemas';
import type { Shape } from './orders';
import { zodSchemas } from './zod-schemas';

/** Validates one body; false says that it was refused. */
export type Validate = (body: unknown) => boolean | Promise<boolean>;

const OPTIONS = { whitelist: true, transform: true };

type Validators = Readonly<Record<Shape, (body: unknown) => { readonly success: boolean }>>;

/** Generated from ./typia before this runs, so that no import can name it. */
const generated = () =>
  (require(join(__dirname, 'typia-validators.js')) as { readonly validators: Validators })
    .validators;

/** Pipes get a body as Nest hands it to them, and are awaited as Nest awaits them. */
const contestants = {
  ours(shape) {
    const pipe = new FieldValidationPipe(OPTIONS);
    const argument = { type: 'body', metatype: dtos[shape] } as const;
    const toFieldMap = fieldMapper();
    return (body) => {
      try {
        const answer = pipe.transform(body, argument);
        return answer instanceof Promise ? isTaken(answer) : true;
      } catch (exception) {
        if (toFieldMap(exception) === undefined) throw exception;
        return false;
      }
    };
  },
  ValidationPipe(shape) {
    const pipe = new ValidationPipe(OPTIONS);
    const argument = { type: 'body', metatype: dtos[shape] } as const;
    return (body) => isTaken(pipe.transform(body, argument));
  },
  'zod pipe'(shape) {
    const pipe = new StandardSchemaValidationPipe();
    const argument = { type: 'body', schema: zodSchemas[shape] } as const;
    return (body) => isTaken(pipe.transform(body, argument));
  },
  ajv(shape) {
    const validate = addFormats(new Ajv({ allErrors: true })).compile(jsonSchemas[shape]);
    return (body) => validate(body);
  },
  typia(shape) {
    const validate = generated()[shape];
    return (body) => validate(body).success;
  },
} as const satisfies Record<string, (shape: Shape) => Validate>;

export type ContestantName = keyof typeof contestants;
export const contestantNames = Object.keys(contestants) as ContestantName[];

/** One contestant for one shape of body: nothing of the others is made. */
export function contestantFor(name: ContestantName, shape: Shape): Validate {
  return contestants[name](shape);
}

async function isTaken(answer: unknown): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch {
    return false;
  }
}
