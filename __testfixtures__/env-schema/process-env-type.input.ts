declare global {
  namespace NodeJS {
    interface ProcessEnv {
      NEXTAUTH_URL: string;
      AUTH_SECRET: string;
      PORT?: string;
    }
    interface Other {
      AUTH_SECRET: string;
    }
  }
}

export {};
