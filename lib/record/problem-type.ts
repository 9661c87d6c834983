/** What a failure is in the format `problem` alone, where it has a type of its own (RFC 9457). */
export interface ProblemType {
  /** A URI. */
  readonly type: string;
  readonly title: string;
  /** Members that the type defines. */
  readonly members: Readonly<Record<string, unknown>>;
}
