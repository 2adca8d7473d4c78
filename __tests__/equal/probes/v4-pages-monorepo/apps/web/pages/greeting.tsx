import { Greeting } from '@acme/ui';

export default function GreetingPage() {
  return (
    <main>
      <Greeting />
    </main>
  );
}
