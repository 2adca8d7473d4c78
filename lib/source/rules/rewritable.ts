/**
 * What would have to be different in the code for the command to rewrite a site by itself, by the rule that left it. Rules
 * that are not here leave a decision, which no other way of writing the code takes off anybody.
 */
export const REWRITABLE: Readonly<Record<string, string>> = {
  'session-escapes':
    'The call is rewritten with all of its uses once each of them reads the id, the name, the email or the image, or asks whether somebody is signed in. Hand on those values in place of the session.',
  'session-bridge':
    'Clerk’s own calls take the place of the generated module once each use reads the id, the name, the email or the image, or asks whether somebody is signed in, and what throws while nobody is stands behind a test.',
  'session-custom-field':
    'The call is rewritten once no field of the app’s own is read from the session. Read the field from where it is kept: a row, metadata or a claim.',
  'session-unguarded':
    'Test first whether somebody is signed in, by a return, a throw or redirect(): what stands behind the test is then rewritten.',
  'session-unused': 'Declare the session in a statement of its own, or take it out.',
  'session-call-as-value': 'Call the function where its answer is needed, and put what it yields into a constant.',
  'session-call-arguments':
    'Call it in a form that says where the request comes from: without arguments but the options in the App Router, with `req` and `res`, or the context, in the Pages Router.',
  'session-update': 'Without `update` among what is taken out of useSession(), the hook is rewritten.',
  'use-session-required':
    'Call useSession() without options, and send the visitor to sign in by an effect: the hook is then rewritten.',
  'get-token':
    'Give getToken() an object that names `req`, and the request its type: `NextApiRequest`, or `NextRequest` in a route.',
  'sign-in-outside-component':
    'Call it inside a component or a hook of the app’s own: there it becomes a button of Clerk’s, or a call of useClerk().',
  'sign-in-as-value': 'Call it in a handler, as in `onClick={() => signIn()}`.',
  'sign-in-result': 'Where nothing reads what the call returns, it is rewritten.',
  'own-wrapper': 'Once the app’s own function around it asks Clerk, its callers stay as they are.',
  'middleware-compose': 'Export one middleware, which is Auth.js’s or wraps its own code in it.',
  'auth-config-in-use': 'It goes in a later run, once what is left in other files is done.',
  'auth-augmentation': 'It goes in a later run, once nothing is left that reads Auth.js’s session.',
  'import-in-use': 'It goes by itself with the last use of what it imports.',
  'test-mock-waits': 'It is rewritten in a later run, once the code that the test runs asks Clerk.',
  dependency: 'It goes in a later run, once no code imports it.',
  'outside-path': 'Give the command a path that holds the file.',
  'not-selected': 'Run the whole chain, without --transform.',
};
