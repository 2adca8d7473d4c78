import { getServerSession } from "next-auth"
import { createHelpers } from "@acme/api"

// TODO(authjs-clerk): session-call-as-value — getServerSession is handed on as a value
export const helpers = createHelpers({ getServerSession })
