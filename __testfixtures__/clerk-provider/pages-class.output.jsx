import App from 'next/app';
import { ClerkProvider } from '@clerk/nextjs';

export default class MyApp extends App {
  render() {
    const { Component, pageProps } = this.props;
    return <ClerkProvider {...pageProps}><Component {...pageProps} /></ClerkProvider>;
  }
}
