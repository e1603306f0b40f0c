export default {
  stale: 'Somebody else has changed this since you opened the page. Nothing was saved. Read the new version and try again.',
  tooManyAttempts: 'Too many failed attempts. Wait {minutes} minutes and try again.',
} as const
