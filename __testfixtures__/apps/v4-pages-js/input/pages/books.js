import { getServerSession } from "next-auth/next";
import { booksOf } from "lib/db";
import { authOptions } from "./api/auth/[...nextauth]";

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
  const session = await getServerSession(context.req, context.res, authOptions);

  if (!session) {
    return { redirect: { destination: "/login", permanent: false } };
  }

  return { props: { books: booksOf(session.user.id) } };
}
