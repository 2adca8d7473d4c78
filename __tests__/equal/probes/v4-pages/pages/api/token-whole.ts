import type { NextApiRequest, NextApiResponse } from 'next';
import { getToken, type JWT } from 'next-auth/jwt';

const shown = ({ name, email, picture, sub }: JWT) => ({ name, email, picture, sub });

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const token = await getToken({ req });
  res.json(token ? shown(token) : null);
}
