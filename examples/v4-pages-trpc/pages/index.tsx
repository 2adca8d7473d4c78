export default function Home() {
  return (
    <main>
      <h1>Reading list</h1>
      <p>What you want to read.</p>
    </main>
  );
}
