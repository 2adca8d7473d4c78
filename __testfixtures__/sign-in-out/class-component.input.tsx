import { signIn, signOut } from "next-auth/react";
import { Component } from "react";

export class Account extends Component<{ after: () => void }> {
  leave = () => {
    this.props.after();
    signOut();
  };

  override render() {
    return (
      <div>
        <button onClick={() => signIn()}>Sign in</button>
        <button onClick={this.leave}>Sign out</button>
      </div>
    );
  }
}
