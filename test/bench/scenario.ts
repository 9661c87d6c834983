/** One row of the table: a request, and the answer that says the variant did its work. */
export interface Scenario {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  /** The answer of a variant that validates. */
  readonly status: number;
  /** The answer of one that does not. */
  readonly statusUnvalidated: number;
}

const order = {
  email: 'ada@example.com',
  quantity: 2,
  note: 'Leave at the door',
  tags: ['gift', 'fragile'],
  address: { street: '1 Analytical Way', city: 'London' },
};

export const scenarios: readonly Scenario[] = [
  { name: 'GET', method: 'GET', path: '/orders/42', status: 200, statusUnvalidated: 200 },
  {
    name: 'POST valid',
    method: 'POST',
    path: '/orders',
    body: JSON.stringify(order),
    status: 201,
    statusUnvalidated: 201,
  },
  {
    name: 'POST invalid',
    method: 'POST',
    path: '/orders',
    body: JSON.stringify({
      ...order,
      email: 'ada',
      quantity: 0,
      address: { street: '', city: '' },
    }),
    status: 400,
    statusUnvalidated: 201,
  },
  {
    name: 'thrown 404',
    method: 'GET',
    path: '/orders/missing',
    status: 404,
    statusUnvalidated: 404,
  },
];
