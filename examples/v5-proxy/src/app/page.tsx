export default function Home() {
  return (
    <main>
      <h1>Journal</h1>
      <p>One page a day.</p>
    </main>
  );
}
