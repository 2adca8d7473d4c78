import { appWithTranslation } from '@/i18n'
import { ClerkProvider } from '@clerk/nextjs'

export default appWithTranslation(({ Component, pageProps }) => <ClerkProvider {...pageProps}><Component {...pageProps} /></ClerkProvider>)
