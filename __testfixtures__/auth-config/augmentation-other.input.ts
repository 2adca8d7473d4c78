declare module 'next-auth' {
  interface User {
    role: string;
  }
}

declare module '*.svg' {
  const url: string;
  export default url;
}
