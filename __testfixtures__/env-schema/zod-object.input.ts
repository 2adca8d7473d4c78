import * as z from 'zod';

const server = z.object({
	NODE_ENV: z.enum(['development', 'production']),
	AUTH_SECRET: z.string()
})

/** @type {Record<keyof z.infer<typeof server>, string | undefined>} */
const processEnv = { NODE_ENV: process.env.NODE_ENV, AUTH_SECRET: process.env.AUTH_SECRET }

export const env = server.parse(processEnv)
