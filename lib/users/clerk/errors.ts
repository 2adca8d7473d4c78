/** An answer of Clerk's that is no: the request was understood, and has had no effect. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** The field that it is about, if Clerk names one. */
    readonly field?: string,
  ) {
    super(message);
  }
}

/** No answer, or one that says nothing (5xx): the request may have had its effect. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  constructor(
    message: string,
    /** The connection failed, rather than the server behind it. */
    readonly isNetwork: boolean,
  ) {
    super(message);
  }
}

/** The key is not taken: nothing that follows can work. */
export class WrongKey extends Error {
  override readonly name = 'WrongKey';
}

/** Clerk's error body, as far as it is one: a proxy's 502 is HTML. */
export function refusal(status: number, body: string): Refused {
  const [first] = errorsOf(body);
  const message = first?.long_message || first?.message || `Clerk answered ${status}`;
  return new Refused(status, first?.code || `status_${status}`, oneLine(message), first?.meta?.param_name);
}

interface ClerkErrorJson {
  code?: string;
  message?: string;
  long_message?: string;
  meta?: { param_name?: string };
}

function errorsOf(body: string): ClerkErrorJson[] {
  try {
    const parsed = JSON.parse(body) as { errors?: unknown };
    return Array.isArray(parsed.errors) ? (parsed.errors as ClerkErrorJson[]) : [];
  } catch {
    return [];
  }
}

/** Why a connection failed. Where several addresses were tried, the first one's reason will do. */
export function networkReason(error: unknown): string {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const cause = first instanceof Error && first.cause instanceof Error ? first.cause : first;
  return oneLine(cause instanceof Error ? cause.message : String(cause));
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
