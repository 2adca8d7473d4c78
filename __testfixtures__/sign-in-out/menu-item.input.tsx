import { signOut } from '@/auth';
import { DropdownMenuContent, DropdownMenuItem } from '@/components/ui/dropdown-menu';

export function UserMenu() {
  return (
    <DropdownMenuContent align="end">
      <DropdownMenuItem>
        <form
          action={async () => {
            'use server';
            await signOut();
          }}
        >
          <button type="submit">Sign out</button>
        </form>
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
