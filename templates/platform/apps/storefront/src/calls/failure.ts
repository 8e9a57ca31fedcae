/** Why a call gave no answer, as far as it changes what the customer can do. */
export type Failure =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }
  | { readonly kind: 'broken' };

export class FailedCall extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`The call failed: ${failure.kind}.`);
    this.failure = failure;
  }
}

interface Outcome<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer of a call of an SDK; everything that is no answer is thrown as a `FailedCall`. */
export async function answerOf<T>(call: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await call.catch(() => {
    throw new FailedCall({ kind: 'unreachable' });
  });
  if (data !== undefined) return data;
  throw new FailedCall(failureOf(response.status, error));
}

export function asFailure(error: unknown): Failure {
  return error instanceof FailedCall ? error.failure : { kind: 'broken' };
}

function failureOf(status: number, problem: unknown): Failure {
  if (status === 404) return { kind: 'missing' };
  if (status === 429) return { kind: 'busy' };
  if (status === 503 || status === 504) return { kind: 'unreachable' };
  return status < 500 ? { kind: 'refused', reasons: reasonsOf(problem) } : { kind: 'broken' };
}

/** What problem details (RFC 9457) say to a person: every field's messages, else the detail, else the title. */
function reasonsOf(problem: unknown): readonly string[] {
  if (typeof problem !== 'object' || problem === null) return [];
  const { errors, detail, title } = problem as { errors?: Record<string, readonly string[]>; detail?: string; title?: string };
  const reasons = Object.values(errors ?? {}).flat();
  return reasons.length > 0 ? reasons : [detail ?? title].filter((reason) => reason !== undefined);
}
