import { useSession } from 'next-auth/react';
import { useEffect, useState } from 'react';

export default function Protected() {
  const { data: session } = useSession();
  const [content, setContent] = useState();

  useEffect(() => {
    const fetchData = async () => {
      const res = await fetch('/api/protected');
      const json = await res.json();
      if (json.content) setContent(json.content);
    };
    fetchData();
  }, [session]);

  if (!session) return <p>Access denied</p>;
  return <strong>{content ?? ' '}</strong>;
}
