import { getServerSession } from "next-auth"
import { createHelpers } from "@acme/api"

export const helpers = createHelpers({ getServerSession })
