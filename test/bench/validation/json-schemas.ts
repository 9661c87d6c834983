import type { Shape } from './orders';

const text = (minLength: number, maxLength: number) => ({ type: 'string', minLength, maxLength });
const whole = (minimum: number) => ({ type: 'integer', minimum });
const price = { type: 'number', minimum: 0 };
const email = { type: 'string', format: 'email' };
const note = text(0, 200);

function object(optional: readonly string[], properties: object) {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required };
}

const list = object([], {
  title: text(0, 80),
  items: {
    type: 'array',
    maxItems: 100,
    items: object([], { sku: text(1, 40), quantity: whole(1), price }),
  },
});

/** The rules of the DTOs as JSON Schema. */
export const jsonSchemas: Readonly<Record<Shape, object>> = {
  '3 fields': object(['note'], { email, quantity: whole(1), note }),
  '10 fields': object(['note'], {
    id: { type: 'string', format: 'uuid' },
    email,
    name: text(1, 80),
    age: { ...whole(0), maximum: 150 },
    price,
    active: { type: 'boolean' },
    status: { enum: ['OPEN', 'CLOSED'] },
    tags: { type: 'array', maxItems: 10, items: { type: 'string' } },
    createdAt: { type: 'string', format: 'date-time' },
    note,
  }),
  '3 nested objects': list,
  '10 nested objects': list,
  '20 nested objects': list,
};
