export { auth } from "./auth"
export { db } from "./db"
