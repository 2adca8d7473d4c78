import type { GetServerSideProps } from "next";
import { db } from "@/lib/db";
import { getServerAuthSession } from "@/server/auth";

interface Props {
  name: string | null;
  titles: string[];
}

export const getServerSideProps: GetServerSideProps<Props> = async (ctx) => {
  const session = await getServerAuthSession(ctx);
  if (!session) return { redirect: { destination: "/login", permanent: false } };

  const books = await db.book.findMany({ where: { readerId: session.user.id }, orderBy: { title: "asc" } });
  return { props: { name: session.user.name ?? null, titles: books.map(({ title }) => title) } };
};

export default function Books({ name, titles }: Props) {
  return (
    <main>
      <h1>Books of {name}</h1>
      <ul>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </main>
  );
}
