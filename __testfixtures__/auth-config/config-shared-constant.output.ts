const maxAge = 3600;

export const cookieAge = maxAge;
