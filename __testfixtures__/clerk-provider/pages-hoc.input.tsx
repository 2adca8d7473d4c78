import type { AppType } from 'next/app';
import { appWithTranslation } from '@/i18n';
import { api } from '@/utils/api';

const MyApp: AppType = ({ Component, pageProps }) => {
  return (
    <>
      <Component {...pageProps} />
    </>
  );
};

export default api.withTRPC(appWithTranslation(MyApp));
