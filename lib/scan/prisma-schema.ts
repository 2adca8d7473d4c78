import { AUTH_TABLE, CLERK_ID_LENGTH, isUserColumn, type UserColumn, type UserTable } from '../clerk/user-table.js';

/** One field of a model: Prisma's language has one a line. */
interface Field {
  readonly name: string;
  readonly type: string;
  readonly isOptional: boolean;
  readonly isList: boolean;
  /** Everything behind the type: `@id @default(cuid()) @db.Uuid`. */
  readonly attributes: string;
}

/**
 * The model `User` of a Prisma schema, which Auth.js's adapter writes.
 * @param schema the text of all its files
 * @returns a text where no row can be written from what Clerk knows says why; undefined where there is no such model
 */
export function readPrismaUsers(schema: string): UserTable | string | undefined {
  const models = modelsOf(schema);
  const fields = models.get('User') ?? models.get('user');
  if (!fields) return undefined;
  const id = fields.find(({ name }) => name === 'id');
  const kind = id && idOf(id);
  if (!kind) return 'the id of the model User is of a kind that is not followed';
  const columns = new Map<UserColumn, 'needed' | 'optional'>();
  const unfilled: string[] = [];
  for (const field of fields) {
    if (field === id || field.isList || models.has(field.type)) continue;
    const needed = field.isOptional || /@(?:default|updatedAt)\b/.test(field.attributes) ? 'optional' : 'needed';
    const type = field.name === 'emailVerified' ? 'DateTime' : 'String';
    if (isUserColumn(field.name) && field.type === type) columns.set(field.name, needed);
    else if (needed === 'needed') unfilled.push(field.name);
  }
  // One with `fields` is the user's own reference to another row.
  const relations = fields.filter(
    ({ type, attributes }) => models.has(type) && type !== 'User' && !/\bfields:/.test(attributes),
  );
  return {
    id: kind,
    columns,
    fields: fields.filter(({ type }) => !models.has(type)).map(({ name }) => name),
    unfilled,
    dependents: [...new Set(relations.filter((field) => !isOwned(field, models)).map(({ type }) => type))],
  };
}

/** Whether the rows at the other end are Auth.js's own, and go with the user's. */
function isOwned({ type }: Field, models: ReadonlyMap<string, Field[]>): boolean {
  const back = models.get(type)!.find((field) => field.type === 'User' || field.type === 'user');
  return AUTH_TABLE.test(type) && (back?.attributes.includes('onDelete: Cascade') ?? false);
}

function modelsOf(schema: string): Map<string, Field[]> {
  const models = new Map<string, Field[]>();
  for (const [, name, body] of schema.matchAll(/^model[ \t]+(\w+)[ \t]*\{([\s\S]*?)^[ \t]*\}/gm))
    models.set(name!, body!.split('\n').flatMap(fieldIn));
  return models;
}

function fieldIn(line: string): Field[] {
  const found = /^\s*(\w+)\s+(\w+)(\[\])?(\?)?(?:\s+(.*?))?\s*$/.exec(line.replace(/\s*\/\/.*$/, ''));
  const [, name, type, list, optional, attributes = ''] = found ?? [];
  if (name === undefined || type === undefined) return [];
  return [{ name, type, isOptional: optional !== undefined, isList: list !== undefined, attributes }];
}

/** A text of the database's own making is none that Clerk's id could be: a UUID, an ObjectId, or too short. */
function idOf({ type, attributes }: Field): UserTable['id'] | undefined {
  const hasDefault = attributes.includes('@default(');
  if (type === 'Int') return hasDefault ? 'number' : undefined;
  if (type !== 'String') return undefined;
  const [, native, length] = /@db\.(\w+)(?:\((\d+)\))?/.exec(attributes) ?? [];
  const fits =
    native === undefined ||
    native.endsWith('Text') ||
    (native === 'VarChar' && Number(length ?? 191) >= CLERK_ID_LENGTH);
  if (fits && !/dbgenerated|auto\(\)/.test(attributes)) return 'clerk';
  return hasDefault ? 'text' : undefined;
}
