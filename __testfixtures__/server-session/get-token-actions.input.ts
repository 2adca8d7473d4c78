'use server';

import { headers } from 'next/headers';
import { NextRequest } from 'next/server';
import { getToken } from 'next-auth/jwt';

export async function folder(name: string) {
  const token = await getToken({ req: new NextRequest('http://localhost', { headers: await headers() }) });
  return token ? `${token.sub}/${name}` : name;
}
