export default {
  code: 'Error {status}',
  notFound: {
    title: 'The page does not exist',
    text: 'The address may be misspelt, or you may not see the page. We say the same in both cases.',
  },
  goneLink: { title: 'The link is no longer valid' },
  notPermitted: {
    title: 'You may not do this',
    text: 'None of your roles gives the right to it. Nothing has been changed. If you think this is wrong, contact the coordinator.',
  },
  signIn: {
    title: 'Sign in to continue',
    text: 'The page requires that you are signed in. You come back here when you have signed in.',
    kept: 'You were signed out while you were writing. Nothing is saved yet, but all you wrote is still on this page. Do not close it.',
    newTab: 'Sign in in a new tab',
    comeBack: 'Come back to this tab and send what you wrote.',
    sendAgain: 'Send what I wrote',
    yourText: 'What you wrote',
  },
  conflict: {
    title: 'It could not be done',
    text: 'Something has changed since you opened the page. Nothing has been saved. Go back, reload the page and try again.',
  },
  badRequest: {
    title: 'Something in the form is not right',
    text: 'Nothing has been saved. Go back and check what you entered. What you wrote is still there.',
  },
  tooLarge: {
    title: 'What you sent is too large',
    text: 'Nothing has been saved. Go back, what you wrote is still there, and shorten the text. A file may be at most 10 MB: choose a smaller one, or divide it.',
  },
  tooMany: {
    title: 'Too many attempts',
    text: 'To protect the accounts we accept a limited number of attempts. Wait a quarter of an hour and try again.',
  },
  failed: {
    title: 'Something went wrong on our side',
    text: 'The error has been recorded. Nothing you have saved is lost. Try again in a while, and contact us if it happens again.',
  },
  unavailable: {
    title: 'Samsyn cannot save right now',
    text: 'Nothing has been changed. Go back, what you wrote is still in the form, and try again in a while.',
  },
  toStart: 'Go to the start page',
  toSearch: 'Search Samsyn',
  toSignIn: 'Sign in if you have an account',
  toContact: 'Contact us',
  signInButton: 'Sign in',
} as const
