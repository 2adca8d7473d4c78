import { text } from 'drizzle-orm/sqlite-core'

export const type = text('type').$type<'oauth' | 'email' | 'credentials'>()
