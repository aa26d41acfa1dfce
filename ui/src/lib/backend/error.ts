import type { AppError, ErrorCode, FieldProblem } from './types';

/** What a command fails with: a code and its values. `$lib/words` has the sentence. */
export class BackendError extends Error {
  readonly code: ErrorCode;
  readonly values: Record<string, string>;
  readonly problems: FieldProblem[];

  constructor(error: AppError) {
    super(error.code);
    this.name = 'BackendError';
    this.code = error.code;
    this.values = error.values;
    this.problems = error.problems;
  }

  /** Whatever was thrown, as a `BackendError`: a thing that Rust did not say is a fault of ours. */
  static from(thrown: unknown): BackendError {
    if (thrown instanceof BackendError) return thrown;
    if (isAppError(thrown)) return new BackendError(thrown);
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return new BackendError({ code: 'internal', values: { detail }, problems: [] });
  }
}

function isAppError(thrown: unknown): thrown is AppError {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    'values' in thrown &&
    'problems' in thrown
  );
}
