import { withAuth } from 'next-auth/middleware';

// Hooks of the payment provider sign their requests themselves.
export default withAuth({});

export const config = { matcher: ['/api/((?!auth|webhooks|public).*)'] };
