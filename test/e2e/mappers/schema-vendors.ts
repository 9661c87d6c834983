import { type } from 'arktype';
import * as v from 'valibot';
import { z } from 'zod';
import * as mini from 'zod/mini';
import { z as z3 } from 'zod/v3';

/** Throws what the vendor throws of a value that is no `{ name, age, tags, kind? }`. */
type Apply = (value: unknown) => unknown;

const zod = z.object({
  name: z.string(),
  age: z.number().min(18),
  tags: z.array(z.string()),
  kind: z.enum(['cat', 'dog']).optional(),
});
const zodMini = mini.object({
  name: mini.string(),
  age: mini.number().check(mini.minimum(18)),
  tags: mini.array(mini.string()),
  kind: mini.optional(mini.enum(['cat', 'dog'])),
});
const zod3 = z3.object({
  name: z3.string(),
  age: z3.number().min(18),
  tags: z3.array(z3.string()),
  kind: z3.enum(['cat', 'dog']).optional(),
});
const valibot = v.object({
  name: v.string(),
  age: v.pipe(v.number(), v.minValue(18)),
  tags: v.array(v.string()),
  kind: v.optional(v.picklist(['cat', 'dog'])),
});
const arktype = type({
  name: 'string',
  age: 'number>=18',
  tags: 'string[]',
  'kind?': "'cat'|'dog'",
});

/** As @standard-schema/utils has it. */
class SchemaError extends Error {
  override readonly name = 'SchemaError';

  constructor(readonly issues: readonly { readonly message: string }[]) {
    super(issues[0]?.message);
  }
}

async function issuesOf(value: unknown) {
  const { issues } = await zod['~standard'].validate(value);
  return issues ?? [];
}

export const VENDORS: Readonly<Record<string, Apply>> = {
  zod: (value) => zod.parse(value),
  'zod/mini': (value) => zodMini.parse(value),
  'zod/v3': (value) => zod3.parse(value),
  valibot: (value) => v.parse(valibot, value),
  arktype: (value) => arktype.assert(value),
  'arktype by hand': (value) => {
    const out = arktype(value);
    if (out instanceof type.errors) throw out;
  },
};

/** Vendors that tell no more than Standard Schema asks of them. */
export const PLAIN_VENDORS: Readonly<Record<string, Apply>> = {
  SchemaError: async (value) => {
    throw new SchemaError(await issuesOf(value));
  },
  'a result': async (value) => {
    throw { issues: await issuesOf(value) };
  },
};
