import { render, screen } from '@testing-library/react';
import { useSession } from 'next-auth/react';
import { Greeting } from '@/components/greeting';

jest.mock('next-auth/react', () => ({ useSession: jest.fn(), signOut: jest.fn() }));

const session = { user: { name: 'Lou' }, expires: '2030-01-01T00:00:00.000Z' };

test('greets', () => {
  (useSession as jest.Mock).mockReturnValue({ data: session, status: 'authenticated' });
  render(<Greeting />);
  expect(screen.getByText('Lou')).toBeTruthy();
});

test('waits', () => {
  jest.mocked(useSession).mockReturnValue({ data: null, status: 'loading', update: jest.fn() });
  render(<Greeting />);
  expect(screen.queryByText('Lou')).toBeNull();
});
