import { getUserId } from "../lib/clerk-session";
import { booksOf } from "lib/db";

export default function Books({ books }) {
  return (
    <ul>
      {books.map((book) => (
        <li key={book.id}>{book.title}</li>
      ))}
    </ul>
  );
}

export async function getServerSideProps(context) {
  const userId = await getUserId(context.req);

  if (!userId) {
    return { redirect: { destination: "/login", permanent: false } };
  }

  return { props: { books: booksOf(userId) } };
}
