import type { GetServerSidePropsContext, NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

type Context = { req: NextApiRequest; res: NextApiResponse } | Pick<GetServerSidePropsContext, 'req' | 'res'>;

export const sessionOf = ({ req, res }: Context) => getServerSession(req, res, authOptions);
