const board: string[] = []

export async function save(status: string) {
  board.push(status)
}
