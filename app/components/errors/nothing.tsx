/**
 * The page of an address that only takes forms, never shown: it makes the address one of the pages, so that an error
 * there is a page of the site and a form sent after the session ended can be sent again.
 */
export function Nothing() {
  return null
}
