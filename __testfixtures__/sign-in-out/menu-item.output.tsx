import { signOut } from '@/auth';
import { DropdownMenuContent, DropdownMenuItem } from '@/components/ui/dropdown-menu';
import { SignOutButton } from '@clerk/nextjs';

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
            // TODO(authjs-clerk): sign-in-server-action — Clerk signs in and out in the browser; put <SignInButton> or <SignOutButton> in the place of this action
            await signOut();
          }}
        >
          <button type="submit">Sign out</button>
        </form>
      </DropdownMenuItem>
    </DropdownMenuContent>
  );
}
