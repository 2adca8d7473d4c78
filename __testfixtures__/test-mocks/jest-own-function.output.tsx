import { render, screen } from '@testing-library/react';
import { Account } from '@/account';
import { greet } from '@/greet';

const mockSession = { data: { user: { name: 'Lou' } }, status: 'authenticated' };
const mockAsk = jest.fn();

jest.mock('@clerk/nextjs', () => {
  const { hooksBy } = jest.requireActual<typeof import('@/lib/clerk-session.mock')>('@/lib/clerk-session.mock');
  return hooksBy(() => mockSession);
});
jest.mock('@clerk/nextjs/server', () => {
  const { signedInBy } = jest.requireActual<typeof import('@/lib/clerk-session.mock')>('@/lib/clerk-session.mock');
  return signedInBy(() => mockAsk());
});

test('a person', async () => {
  render(<Account />);
  expect(screen.getByText('Lou')).toBeTruthy();
  mockAsk.mockResolvedValue(null);
  expect(await greet()).toBe('nobody');
});
