import { render, screen } from '@testing-library/react';
import { Account } from '@/account';
import { greet } from '@/greet';

const mockSession = { data: { user: { name: 'Lou' } }, status: 'authenticated' };
const mockAsk = jest.fn();

jest.mock('@clerk/nextjs', () =>
  jest.requireActual<typeof import('@/lib/clerk-session.mock')>('@/lib/clerk-session.mock').hooksBy(() => mockSession),
);
jest.mock('@clerk/nextjs/server', () =>
  jest.requireActual<typeof import('@/lib/clerk-session.mock')>('@/lib/clerk-session.mock').signedInBy(() => mockAsk()),
);

test('a person', async () => {
  render(<Account />);
  expect(screen.getByText('Lou')).toBeTruthy();
  mockAsk.mockResolvedValue(null);
  expect(await greet()).toBe('nobody');
});
