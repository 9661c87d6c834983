import typia, { type tags } from 'typia';

type Whole<Least extends number> = number & tags.Type<'int32'> & tags.Minimum<Least>;
type Text<Least extends number, Most extends number> = string &
  tags.MinLength<Least> &
  tags.MaxLength<Most>;
type Email = string & tags.Format<'email'>;
type Price = number & tags.Minimum<0>;

interface Small {
  email: Email;
  quantity: Whole<1>;
  note?: Text<0, 200>;
}

interface Medium {
  id: string & tags.Format<'uuid'>;
  email: Email;
  name: Text<1, 80>;
  age: Whole<0> & tags.Maximum<150>;
  price: Price;
  active: boolean;
  status: 'OPEN' | 'CLOSED';
  tags: string[] & tags.MaxItems<10>;
  createdAt: string & tags.Format<'date-time'>;
  note?: Text<0, 200>;
}

interface Large {
  title: Text<0, 80>;
  items: { sku: Text<1, 40>; quantity: Whole<1>; price: Price }[] & tags.MaxItems<100>;
}

/** `typia generate` writes the functions for these types before the bench runs. */
export const validators = {
  '3 fields': typia.createValidate<Small>(),
  '10 fields': typia.createValidate<Medium>(),
  '3 nested objects': typia.createValidate<Large>(),
  '10 nested objects': typia.createValidate<Large>(),
  '20 nested objects': typia.createValidate<Large>(),
};
