import { NoteService } from '@/server/note-service';

export default async function service() {
  const notes = new NoteService();
  return { all: await notes.mine(), allowed: await NoteService.canWrite() };
}
