import type { NextApiRequest, NextApiResponse } from 'next';
import { createContext } from '@/server/graphql/context';
import { resolvers } from '@/server/graphql/resolvers';

export default async function query({ req, res }: { req: NextApiRequest; res: NextApiResponse }) {
  const context = await createContext(req, res);
  return {
    viewer: resolvers.Query.viewer(null, null, context),
    notes: await resolvers.Query.notes(null, null, context),
  };
}
