import { render, screen } from '@testing-library/react';
import { mockUseSession } from '@/lib/clerk-session.mock';
import { Greeting } from '@/components/greeting';

jest.mock('@clerk/nextjs', () => jest.requireActual('@/lib/clerk-session.mock'));

const session = { user: { name: 'Lou' }, expires: '2030-01-01T00:00:00.000Z' };

test('greets', () => {
  mockUseSession({ data: session, status: 'authenticated' });
  render(<Greeting />);
  expect(screen.getByText('Lou')).toBeTruthy();
});

test('waits', () => {
  mockUseSession({ data: null, status: 'loading', update: jest.fn() });
  render(<Greeting />);
  expect(screen.queryByText('Lou')).toBeNull();
});
