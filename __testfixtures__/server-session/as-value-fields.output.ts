import { auth } from "@/auth"
import { createHelpers } from "@acme/api"

// TODO(authjs-clerk): session-call-as-value — auth is handed on as a value
export const helpers = createHelpers({ auth })
