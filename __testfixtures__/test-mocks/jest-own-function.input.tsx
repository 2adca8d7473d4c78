import { render, screen } from '@testing-library/react';
import { Account } from '@/account';
import { greet } from '@/greet';

const mockSession = { data: { user: { name: 'Lou' } }, status: 'authenticated' };
const mockAsk = jest.fn();

jest.mock('next-auth/react', () => ({ useSession: () => mockSession, signOut: jest.fn() }));
jest.mock('next-auth/next', () => ({ getServerSession: () => mockAsk() }));

test('a person', async () => {
  render(<Account />);
  expect(screen.getByText('Lou')).toBeTruthy();
  mockAsk.mockResolvedValue(null);
  expect(await greet()).toBe('nobody');
});
