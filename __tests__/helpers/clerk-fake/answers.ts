export interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

export type Body = Readonly<Record<string, unknown>>;

/** Clerk's error body (`ClerkAPIErrorJSON` of @clerk/shared). */
export const failure = (status: number, code: string, message: string, param?: string): Answer => ({
  status,
  body: {
    errors: [{ code, message, long_message: message, meta: param === undefined ? {} : { param_name: param } }],
    clerk_trace_id: 'fake',
  },
});

export interface Instance {
  id: string;
  environment_type: 'production' | 'development';
}
