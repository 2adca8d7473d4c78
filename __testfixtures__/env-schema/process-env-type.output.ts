declare global {
  namespace NodeJS {
    interface ProcessEnv {
      PORT?: string;
    }
    interface Other {
      AUTH_SECRET: string;
    }
  }
}

export {};
