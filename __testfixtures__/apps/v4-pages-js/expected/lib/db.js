import Database from "better-sqlite3";

const db = new Database("list.db");

export function findUser(email) {
  return db.prepare("select * from users where email = ?").get(email);
}

export function booksOf(userId) {
  return db.prepare("select * from books where user_id = ?").all(userId);
}
