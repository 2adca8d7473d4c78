export default function Home() {
  return (
    <main>
      <h1>Orders</h1>
      <p>Everything that you have ordered.</p>
    </main>
  )
}
