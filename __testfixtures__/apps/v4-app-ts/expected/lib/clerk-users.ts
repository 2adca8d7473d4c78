// Made by authjs-clerk-codemod: users
import { isClerkAPIResponseError } from "@clerk/nextjs/errors";
import { clerkClient, type User as ClerkUser } from "@clerk/nextjs/server";
import { db } from "@/lib/db";

type Row = NonNullable<Awaited<ReturnType<typeof rowById>>>;
type Profile = ReturnType<typeof profileOf>;

/**
 * Brings the row of a person up to date, and writes it where there is none. It asks Clerk what holds now: events may
 * come twice, late and in another order, and change nothing wrong.
 * @returns null where Clerk knows nobody by this id any more
 */
export async function syncUser(userId: string): Promise<Row | null> {
  const person = await clerkUserOf(userId);
  if (!person) return null;
  const profile = profileOf(person);
  const found = await findRow(person, profile.email);
  const row = found ? await updateRow(found, profile) : await insertRow(person, profile);
  if (!row) return null;
  await linkRow(person, row.id);
  return row;
}

/** The row of somebody who is signed in, written now where no webhook has come yet. */
export async function ensureUser(userId: string): Promise<Row | null> {
  const row = await rowById(userId);
  if (row) return row;
  return syncUser(userId).catch(() => syncUser(userId)); // the webhook may have written it in between
}

/** What a row takes over from Clerk. An address counts once it is verified. */
function profileOf(person: ClerkUser) {
  const address = person.primaryEmailAddress;
  return {
    name: person.fullName,
    email: address?.verification?.status === "verified" ? address.emailAddress : null,
    image: person.hasImage ? person.imageUrl : null,
  };
}

const rowById = (id: string) => db.user.findUnique({ where: { id } });
const rowByEmail = (email: string) => db.user.findFirst({ where: { email } });

/** By the id that Clerk has of it, otherwise by the verified address, as Auth.js found it. */
async function findRow(person: ClerkUser, email: string | null) {
  const row = await rowById(person.externalId ?? person.id);
  if (row || !email) return row;
  const other = await rowByEmail(email);
  const owner = other && (await ownerOf(String(other.id)));
  if (!owner || owner.id === person.id) return other;
  await syncUser(owner.id); // it is the row of somebody who had the address before
  return null;
}

async function insertRow(person: ClerkUser, profile: Profile) {
  const data = {
    id: person.externalId ?? person.id,
    name: profile.name,
    email: profile.email,
    emailVerified: profile.email ? new Date() : null,
    image: profile.image,
  };
  return db.user.create({ data });
}

/** What Clerk has wins; what it has not stays, and so do the columns of this app’s own. */
async function updateRow(row: Row, profile: Profile) {
  const data = {
    name: profile.name ?? row.name,
    email: profile.email ?? row.email,
    emailVerified: row.emailVerified ?? (profile.email ? new Date() : null),
    image: profile.image ?? row.image,
  };
  if (
    data.name === row.name &&
    data.email === row.email &&
    data.emailVerified === row.emailVerified &&
    data.image === row.image
  ) {
    return row;
  }
  return db.user.update({ where: { id: row.id }, data });
}

/** The app’s code and the session token go by externalId, where it is another than Clerk’s own id. */
async function linkRow(person: ClerkUser, rowId: string) {
  if (rowId === (person.externalId ?? person.id)) return;
  const clerk = await clerkClient();
  await clerk.users.updateUser(person.id, { externalId: rowId });
}

async function clerkUserOf(userId: string) {
  const clerk = await clerkClient();
  return clerk.users.getUser(userId).catch((error) => {
    if (isClerkAPIResponseError(error) && error.status === 404) return null;
    throw error;
  });
}

/** Clerk’s user whose row it is. */
async function ownerOf(rowId: string) {
  const clerk = await clerkClient();
  const { data } = await clerk.users.getUserList({ externalId: [rowId] });
  const owner = data.find((each) => each.externalId === rowId);
  if (owner) return owner;
  if (rowId.startsWith("user_")) return clerkUserOf(rowId);
  return null;
}
