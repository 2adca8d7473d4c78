'use client';

import { leave } from '@/actions';
import { useState } from 'react';

export function Menu() {
  const [isBusy, setIsBusy] = useState(false);
  const out = async () => {
    setIsBusy(true);
    await leave();
  };
  return (
    <nav>
      <button disabled={isBusy} onClick={out}>
        Out, slowly
      </button>
      <button onClick={() => leave()}>Out</button>
      <form action={leave}>
        <button>Out by a form</button>
      </form>
      <form action={leave} className="wide">
        <button type="submit">Out by a wide form</button>
      </form>
      <Item run={leave} />
    </nav>
  );
}

const Item = ({ run }: { run: () => Promise<void> }) => <a onClick={run}>Out</a>;
