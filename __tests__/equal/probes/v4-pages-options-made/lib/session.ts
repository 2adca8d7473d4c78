import type { GetServerSidePropsContext, NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth/next';
import { optionsFor } from './auth-options';

export const getSession = async (
  req: NextApiRequest | GetServerSidePropsContext['req'],
  res: NextApiResponse | GetServerSidePropsContext['res'],
) => {
  const options = optionsFor(req);

  return await getServerSession(req, res, options);
};
