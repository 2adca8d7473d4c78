export default function About() {
  return (
    <main>
      <h1>About</h1>
      <p>The same for everybody.</p>
    </main>
  );
}
