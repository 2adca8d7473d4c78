import { getToken } from 'next-auth/jwt';

export default async (req, res) => {
  const token = await getToken({ req, raw: true });
  res.send(token ? 'a token' : 'no token');
};
