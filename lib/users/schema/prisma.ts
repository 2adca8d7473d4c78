import { getSchema, type Attribute, type Field, type Model, type Schema } from '@mrleebo/prisma-ast';
import { fold } from './fields.js';
import type { SchemaHints, TableHint } from './hints.js';

/**
 * Reads a Prisma schema: the models `User` and `Account`, which Auth.js's adapter asks the client for; where there are none,
 * the model that has a `providerAccountId`, and the one that it belongs to. `@map` and `@@map` give the names in the database.
 * @param text one file, or all files of a schema folder one after another
 * @returns undefined where it is no schema that can be read
 */
export function readPrismaSchema(text: string, file: string): SchemaHints | undefined {
  let schema: Schema;
  try {
    schema = getSchema(text);
  } catch {
    return undefined;
  }
  const models = schema.list.filter((block): block is Model => block.type === 'model');
  const named = (name: string): Model | undefined => models.find((model) => model.name.toLowerCase() === name);
  const has = (model: Model, field: string): boolean => fieldsOf(model).some(({ name }) => fold(name) === field);
  // An authenticator (WebAuthn) has a providerAccountId too.
  const isAccount = (model: Model): boolean => has(model, 'provideraccountid') && has(model, 'provider');
  const account = [named('account'), ...models].find((model) => model !== undefined && isAccount(model));
  const owner = account && fieldsOf(account).map(({ fieldType }) => models.find(({ name }) => name === fieldType));
  const user = named('user') ?? owner?.find((model) => model !== undefined);
  return {
    file,
    users: user && hintOf(user, models),
    accounts: account && hintOf(account, models),
    variables: variablesOf(schema),
  };
}

function hintOf(model: Model, models: readonly Model[]): TableHint {
  const columns = fieldsOf(model)
    // A relation is a field without a column.
    .filter(({ fieldType }) => !models.some(({ name }) => name === fieldType))
    .map((field): [string, string[]] => [field.name, [mapOf(field.attributes ?? []) ?? field.name]]);
  const ownAttributes = model.properties.filter(
    (property): property is Model['properties'][number] & Attribute =>
      property.type === 'attribute' && property.kind === 'object',
  );
  return { name: mapOf(ownAttributes) ?? model.name, columns: new Map(columns) };
}

const fieldsOf = (model: Model): Field[] =>
  model.properties.filter((property): property is Field => property.type === 'field');

/** The name in `@map("…")` or `@@map(name: "…")`. */
function mapOf(attributes: readonly Attribute[]): string | undefined {
  const value: unknown = attributes.find(({ name, group }) => name === 'map' && group === undefined)?.args?.[0]?.value;
  return unquoted(isRecord(value) && value['type'] === 'keyValue' ? value['value'] : value);
}

/** `url = env("…")` of the data source. A direct address leads past poolers, which Prisma's own migrations need too. */
function variablesOf(schema: Schema): string[] {
  const source = schema.list.find((block) => block.type === 'datasource');
  if (source?.type !== 'datasource') return [];
  return ['directUrl', 'url'].flatMap((key) => {
    const found = source.assignments.find((line) => line.type === 'assignment' && line.key === key);
    const value: unknown = found?.type === 'assignment' ? found.value : undefined;
    const isEnv = isRecord(value) && value['type'] === 'function' && value['name'] === 'env';
    const name = isEnv && Array.isArray(value['params']) ? unquoted(value['params'][0]) : undefined;
    return name === undefined ? [] : [name];
  });
}

const unquoted = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.replace(/^"(.*)"$/s, '$1') : undefined;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
