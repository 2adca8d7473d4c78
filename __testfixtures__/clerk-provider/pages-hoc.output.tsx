import type { AppType } from 'next/app';
import { appWithTranslation } from '@/i18n';
import { api } from '@/utils/api';
import { ClerkProvider } from '@clerk/nextjs';

const MyApp: AppType = ({ Component, pageProps }) => {
  return (
    <ClerkProvider {...pageProps}>
      <>
        <Component {...pageProps} />
      </>
    </ClerkProvider>
  );
};

export default api.withTRPC(appWithTranslation(MyApp));
