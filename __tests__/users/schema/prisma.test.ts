import { describe, expect, it } from 'vitest';
import { readPrismaSchema } from '../../../lib/users/schema/prisma.js';

const SCHEMA = `
datasource db {
  provider  = "postgresql"
  url       = env("POSTGRES_PRISMA_URL")
  directUrl = env("POSTGRES_URL_NON_POOLING")
}

enum Role {
  ADMIN
  USER
}

model User {
  id            String    @id @default(cuid())
  name          String?
  email         String?   @unique
  emailVerified DateTime? @map("email_verified") // set by magic links
  role          Role      @default(USER)
  accounts      Account[]

  @@map("app_users")
}

/// Linked accounts
model Account {
  userId            String @map(name: "user_id")
  provider          String
  providerAccountId String @map("provider_account_id")
  id_token          String? @db.Text
  user              User   @relation(fields: [userId], references: [id], onDelete: Cascade)

  @@id([provider, providerAccountId])
  @@map(name: "linked")
}
`;

describe('a Prisma schema', () => {
  it('names tables, columns and variables, the direct address first', () => {
    const hints = readPrismaSchema(SCHEMA, 'schema.prisma')!;
    expect(hints.variables).toEqual(['POSTGRES_URL_NON_POOLING', 'POSTGRES_PRISMA_URL']);
    expect(hints.users?.name).toBe('app_users');
    expect(Object.fromEntries(hints.users!.columns)).toEqual({
      id: ['id'],
      name: ['name'],
      email: ['email'],
      emailVerified: ['email_verified'],
      role: ['role'],
    });
    expect(hints.accounts?.name).toBe('linked');
    expect(Object.fromEntries(hints.accounts!.columns)).toEqual({
      userId: ['user_id'],
      provider: ['provider'],
      providerAccountId: ['provider_account_id'],
      id_token: ['id_token'],
    });
  });

  it('finds models of other names by what they hold', () => {
    const renamed = SCHEMA.replaceAll('Account', 'Login').replaceAll('providerLoginId', 'providerAccountId');
    const hints = readPrismaSchema(renamed.replaceAll('User ', 'Member ').replace('model User', 'model Member'), 'x')!;
    expect([hints.users?.name, hints.accounts?.name]).toEqual(['app_users', 'linked']);
  });

  it('is none where it can’t be read', () => {
    expect(readPrismaSchema('model {', 'x')).toBeUndefined();
  });
});
