import { SignOutButton } from '@clerk/nextjs';
import { signOut } from '@/lib/clerk-session';
import { DropdownMenuContent, DropdownMenuItem } from '@/components/ui/dropdown-menu';

export function UserMenu() {
  return (
    <DropdownMenuContent align="end">
      <DropdownMenuItem>
        <SignOutButton>
          <button type="submit">Sign out</button>
        </SignOutButton>
      </DropdownMenuItem>
      <DropdownMenuItem asChild>
        <form
          action={async () => {
            'use server';
            await signOut();
          }}
        >
          <button type="submit">Sign out</button>
        </form>
      </DropdownMenuItem>
    </DropdownMenuContent>
  );
}
