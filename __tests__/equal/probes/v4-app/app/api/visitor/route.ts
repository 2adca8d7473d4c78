import { NextResponse, type NextRequest } from 'next/server';
import { visitorOf } from '@/lib/visitor';

export async function GET(req: NextRequest) {
  return NextResponse.json({ visitor: await visitorOf(req) });
}
