/** Parts that hang together, joined pair by pair. */
export class Groups {
  readonly #parents = new Map<string, string>();

  join(a: string, b: string): void {
    this.#parents.set(this.of(a), this.of(b));
  }

  /** The name of the group that a member is in: one of its members. */
  of(member: string): string {
    let at = member;
    for (let up = this.#parents.get(at); up !== undefined && up !== at; up = this.#parents.get(at)) at = up;
    return at;
  }
}
