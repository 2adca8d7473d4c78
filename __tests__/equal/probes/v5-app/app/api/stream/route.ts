import { auth } from '@/auth';

export async function GET() {
  const session = await auth();
  if (!session?.user?.id) return new Response('Unauthorized', { status: 401 });
  const { id, name } = session.user;
  const stream = new ReadableStream<string>({
    start(controller) {
      controller.enqueue(`hello ${name ?? 'you'} `);
      controller.enqueue(id);
      controller.close();
    },
  }).pipeThrough(new TextEncoderStream());
  return new Response(stream);
}
