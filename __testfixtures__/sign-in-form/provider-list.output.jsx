import { SignIn } from '@clerk/nextjs';
import Layout from '../components/layout';

export default function Login() {
  return (
    <Layout title="Come in">
      <SignIn routing="hash" />
    </Layout>
  );
}
