/** Who may sign in with a password; an app that is more than an example keeps hashes in a table. */
const CUSTOMERS = [
  { id: 'm-1', name: 'Ada Admin', email: 'ada@example.com', password: 'correct-horse-1' },
  { id: 'm-2', name: 'Pat Plain', email: 'pat@example.com', password: 'correct-horse-2' },
]

export function findCustomer(email, password) {
  const found = CUSTOMERS.find((customer) => customer.email === email && customer.password === password)
  return found ? { id: found.id, name: found.name, email: found.email } : null
}
