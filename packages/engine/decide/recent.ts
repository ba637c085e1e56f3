/**
 * Keeps what was made last under its key, oldest out first: one design asks the same question from several stages, and a
 * long-running process must not keep the answers of every brief.
 */
export class Recent<T> {
  readonly #kept = new Map<string, T>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => T): T {
    if (this.#kept.has(key)) return this.#kept.get(key)!;
    const made = make();
    if (this.#kept.size >= this.#most) this.#kept.delete(this.#kept.keys().next().value!);
    this.#kept.set(key, made);
    return made;
  }
}
