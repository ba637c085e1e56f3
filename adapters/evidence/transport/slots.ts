/** Runs at most `most` things at a time for each key; the others wait their turn. */
export class Slots {
  readonly #most: number;
  readonly #taken = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();

  constructor(most: number) {
    this.#most = most;
  }

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    await this.#enter(key);
    try {
      return await work();
    } finally {
      const next = this.#waiting.get(key)?.shift();
      if (next) next();
      else this.#taken.set(key, this.#taken.get(key)! - 1);
    }
  }

  #enter(key: string): Promise<void> | undefined {
    const taken = this.#taken.get(key) ?? 0;
    if (taken < this.#most) {
      this.#taken.set(key, taken + 1);
      return undefined;
    }
    return new Promise((resolve) => {
      const line = this.#waiting.get(key) ?? [];
      this.#waiting.set(key, line);
      line.push(resolve);
    });
  }
}
