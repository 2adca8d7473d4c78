const OPEN = new Set(['/about', '/robots.txt']);

export async function isOpen(path: string): Promise<boolean> {
  return OPEN.has(path.toLowerCase());
}
