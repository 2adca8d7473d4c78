import { expect, it } from 'vitest';
import { redirect } from 'next/navigation';

it('redirects', () => {
  expect(redirect).toBeDefined();
});
