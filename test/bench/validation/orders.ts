/** The bodies that every contestant validates, by the number of their fields or nested objects. */
export const bodies = {
  '3 fields': {
    valid: { email: 'ada@example.com', quantity: 2, note: 'Leave at the door' },
    invalid: { email: 'ada', quantity: 0, note: 5 },
  },
  '10 fields': {
    valid: {
      id: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
      email: 'ada@example.com',
      name: 'Ada Lovelace',
      age: 36,
      price: 12.5,
      active: true,
      status: 'OPEN',
      tags: ['gift', 'fragile'],
      createdAt: '2024-01-15T10:30:00Z',
      note: 'Leave at the door',
    },
    invalid: {
      id: '9b1deb4d',
      email: 'ada',
      name: '',
      age: 36,
      price: -1,
      active: true,
      status: 'LOST',
      tags: ['gift', 'fragile'],
      createdAt: '2024-01-15T10:30:00Z',
      note: 'Leave at the door',
    },
  },
  '3 nested objects': nested(3),
  '10 nested objects': nested(10),
  '20 nested objects': nested(20),
} as const;

export type Shape = keyof typeof bodies;
export const shapes = Object.keys(bodies) as Shape[];

/** The last two items of the invalid one are refused. */
function nested(count: number) {
  return {
    valid: { title: 'Order', items: items(count, 1) },
    invalid: { title: 'Order', items: [...items(count - 2, 1), ...items(2, 0)] },
  };
}

function items(count: number, quantity: number) {
  return Array.from({ length: count }, (_, index) => ({
    sku: `sku-${index}`,
    quantity,
    price: index + 0.5,
  }));
}
