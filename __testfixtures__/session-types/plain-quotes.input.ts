import { text } from 'drizzle-orm/sqlite-core'
import type { AdapterAccount } from 'next-auth/adapters'

export const type = text('type').$type<AdapterAccount['type']>()
