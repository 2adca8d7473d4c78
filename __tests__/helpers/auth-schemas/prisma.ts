/** The models of an app on Prisma, with names of its own in the database. */
const MODELS = `
model User {
  id            String    @id @default(cuid())
  name          String?
  email         String?   @unique
  emailVerified DateTime? @map("email_verified")
  image         String?
  role          String?
  passwordHash  String?   @map("digest")
  createdAt     DateTime  @default(now()) @map("created_at")
  accounts      Account[]

  @@map("app_users")
}

model Account {
  id                String  @id @default(cuid())
  userId            String  @map("member_id")
  type              String
  provider          String
  providerAccountId String  @map("provider_account_id")
  refresh_token     String?
  access_token      String?
  expires_at        Int?
  token_type        String?
  scope             String?
  id_token          String? LONG
  session_state     String?
  user              User    @relation(fields: [userId], references: [id], onDelete: Cascade)

  @@unique([provider, providerAccountId])
  @@map("logins")
}
`;

export type PrismaProvider = 'postgresql' | 'mysql' | 'sqlite';

export const prismaSchema = (provider: PrismaProvider): string =>
  `generator client {
  provider = "prisma-client-js"
  output   = "../generated"
}

datasource db {
  provider = "${provider}"
}
${MODELS.replace(' LONG', provider === 'sqlite' ? '' : ' @db.Text')}`;

/** Since Prisma 7 the address stands here, no longer in the schema. */
export const PRISMA_CONFIG = `import { defineConfig, env } from 'prisma/config';

export default defineConfig({ schema: 'prisma/schema.prisma', datasource: { url: env('SHOP_DATABASE_URL') } });
`;

/** What `prisma migrate` makes of it; it can't be run where the schema engine can't be downloaded. */
export function prismaDdl(provider: PrismaProvider): string[] {
  const types = {
    postgresql: { text: 'TEXT', long: 'TEXT', date: 'TIMESTAMP(3)', now: 'CURRENT_TIMESTAMP' },
    mysql: { text: 'VARCHAR(191)', long: 'TEXT', date: 'DATETIME(3)', now: 'CURRENT_TIMESTAMP(3)' },
    sqlite: { text: 'TEXT', long: 'TEXT', date: 'DATETIME', now: 'CURRENT_TIMESTAMP' },
  };
  const { text, long, date, now } = types[provider];
  return [
    `CREATE TABLE app_users (id ${text} NOT NULL PRIMARY KEY, name ${text}, email ${text} UNIQUE, email_verified ${date} NULL, image ${text}, role ${text}, digest ${text}, created_at ${date} NOT NULL DEFAULT ${now})`,
    `CREATE TABLE logins (id ${text} NOT NULL PRIMARY KEY, member_id ${text} NOT NULL, type ${text} NOT NULL, provider ${text} NOT NULL, provider_account_id ${text} NOT NULL, refresh_token ${text}, access_token ${text}, expires_at INTEGER, token_type ${text}, scope ${text}, id_token ${long}, session_state ${text}, FOREIGN KEY (member_id) REFERENCES app_users (id) ON DELETE CASCADE)`,
  ];
}
