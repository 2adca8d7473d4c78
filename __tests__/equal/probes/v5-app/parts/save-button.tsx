'use client';

export const SaveButton = ({ label, action }: { label: string; action: () => Promise<void> }) => (
  <button onClick={() => void action()}>{label}</button>
);
