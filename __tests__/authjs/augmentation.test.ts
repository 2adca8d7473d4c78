import { describe, expect, it } from 'vitest';
import { withOwnNames, type Augmentation } from '../../lib/authjs/augmentation.js';

const augmentation = (members: string, bases: string[] = [], widened = 'Session'): Augmentation => ({
  interfaces: [{ name: widened, members: [{ name: 'user', text: members }], bases }],
  local: [{ name: 'Both', text: 'type Both = User | Role;', isExported: false }],
  imports: [
    { local: 'User', imported: 'User', source: '@acme/db' },
    { local: 'Role', imported: 'Role', source: '@acme/db' },
  ],
});

describe('an augmentation that imports a type by a name of Auth.js’s own', () => {
  it('has it under another name, wherever it is meant', () => {
    const { interfaces, local, imports } = withOwnNames(
      augmentation(`user: Omit<User, 'id'> & { User?: string; of: Acme.User; kind: 'User' } & Users`, ['User']),
    );
    expect(interfaces[0]!.members[0]!.text).toBe(
      `user: Omit<AppUser, 'id'> & { User?: string; of: Acme.User; kind: 'User' } & Users`,
    );
    expect(interfaces[0]!.bases).toEqual(['AppUser']);
    expect(local[0]!.text).toBe('type Both = AppUser | Role;');
    expect(imports.map((each) => `${each.imported} as ${each.local}`)).toEqual(['User as AppUser', 'Role as Role']);
  });

  it('means Auth.js’s where it widens that', () => {
    const widens = augmentation('user: User', [], 'User');
    expect(withOwnNames(widens)).toBe(widens);
  });
});
