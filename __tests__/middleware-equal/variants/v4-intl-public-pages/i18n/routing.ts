export const routing = { locales: ['en', 'de'], defaultLocale: 'en' } as const;
