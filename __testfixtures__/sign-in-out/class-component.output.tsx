import { SignInButton } from "@clerk/nextjs";
import { signOut } from "next-auth/react";
import { Component } from "react";

export class Account extends Component<{ after: () => void }> {
  leave = () => {
    this.props.after();
    // TODO(authjs-clerk): sign-in-outside-component — Clerk is asked by useClerk(), which works in components and hooks only
    signOut();
  };

  override render() {
    return (
      <div>
        <SignInButton><button>Sign in</button></SignInButton>
        <button onClick={this.leave}>Sign out</button>
      </div>
    );
  }
}
