import { auth } from '@/auth';
import { decide } from '@/lib/decide';

export default auth((req) => decide(req.nextUrl, req.auth));
