import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

export const db = drizzle(postgres(process.env.DATABASE_URL!))

export async function entriesOf(userId: string) {
	return db.execute<{ id: number; text: string }>(`select id, text from entries where user_id = '${userId}'`)
}
