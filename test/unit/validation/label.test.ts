import { Type } from 'class-transformer';
import { IsInt, IsString, ValidateNested } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { Label } from '../../../lib/validation/labels/label.decorator';
import { sentenceFor } from '../../../lib/validation/sentence';
import { bodyOf, fieldErrorsOf } from './support/field-errors-of';

class Item {
  @Label('Unit price')
  @IsInt()
  price: unknown;
}

class Order {
  @Label('Customer’s name')
  @IsString()
  name: unknown;

  @Label('E-mail addresses')
  @IsString({ each: true })
  emails: unknown;

  @Label('Order lines')
  @ValidateNested({ each: true })
  @Type(() => Item)
  items: unknown;
}

class RushOrder extends Order {}

const WRONG = { name: 1, emails: [1], items: [{ price: 'x' }, 7] };

describe('@Label()', () => {
  it.each([Order, RushOrder])('names the fields of %o in sentences', async (dto) => {
    const fields = await fieldErrorsOf(bodyOf(dto), WRONG);

    expect(fields.map(sentenceFor).toSorted()).toEqual([
      'Customer’s name must be a string',
      'Each element of E-mail addresses must be a string',
      'Element 1 of Order lines must be an object or an array',
      'Unit price must be an integer',
    ]);
  });

  it('leaves the name of what has none to the property', async () => {
    class Plain extends Item {
      @IsInt()
      totalAmount: unknown;
    }

    const fields = await fieldErrorsOf(bodyOf(Plain), { price: 1 });

    expect(fields.map(sentenceFor)).toEqual(['Total amount must be an integer']);
    expect(fields[0]).not.toHaveProperty('label');
  });

  it.each(['', '  ', undefined])('refuses %j at once', (text) => {
    expect(() => Label(text as string)).toThrow('@Label() needs the name of the field');
  });
});
