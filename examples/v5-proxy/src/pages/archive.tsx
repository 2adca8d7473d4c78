import type { GetServerSideProps } from "next";
import { auth } from "@/auth";

interface Props {
  name: string | null;
}

export const getServerSideProps: GetServerSideProps<Props> = async (context) => {
  const session = await auth(context);
  if (!session?.user) return { redirect: { destination: "/login", permanent: false } };

  return { props: { name: session.user.name ?? null } };
};

export default function Archive({ name }: Props) {
  return (
    <main>
      <h1>The archive of {name}</h1>
    </main>
  );
}
