import { appWithTranslation } from '@/i18n'

export default appWithTranslation(({ Component, pageProps }) => <Component {...pageProps} />)
