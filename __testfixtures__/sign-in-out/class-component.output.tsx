import { SignInButton } from "@clerk/nextjs";
import { signOut } from "@/lib/clerk-session-client";
import { Component } from "react";

export class Account extends Component<{ after: () => void }> {
  leave = () => {
    this.props.after();
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
