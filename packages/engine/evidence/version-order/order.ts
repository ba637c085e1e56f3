/** How the versions of one ecosystem are ordered. */
export interface Order {
  /** -1, 0 or 1; undefined where one of them is no version of this kind. */
  compare(a: string, b: string): number | undefined;
  /** Neither a pre-release nor a development version. */
  isStable(version: string): boolean;
}
