const STATUS = { bad_request: 400, unauthorized: 401, forbidden: 403 };

export class AppError extends Error {
  constructor(readonly code: keyof typeof STATUS) {
    super(code);
  }

  toResponse() {
    return Response.json({ code: this.code }, { status: STATUS[this.code] });
  }
}
