export { Providers } from "./providers";
export { SignOut } from "./sign-out";
