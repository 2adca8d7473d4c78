import { auth } from "@/auth"
import { createHelpers } from "@acme/api"

export const helpers = createHelpers({ auth })
