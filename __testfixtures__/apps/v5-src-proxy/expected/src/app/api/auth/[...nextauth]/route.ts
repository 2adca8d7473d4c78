import { handlers } from '~/auth'

// TODO(authjs-clerk): auth-config-in-use — the Auth.js set-up stays while code needs it
export const { GET, POST } = handlers
