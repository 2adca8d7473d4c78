import * as z from 'zod';

const server = z.object({
	NODE_ENV: z.enum(['development', 'production'])
})

/** @type {Record<keyof z.infer<typeof server>, string | undefined>} */
const processEnv = { NODE_ENV: process.env.NODE_ENV }

export const env = server.parse(processEnv)
