import { found } from '~/http/responses.server.ts'

/** Every address that is nobody's: with a route of its own the page that says so has the frame of the site. */
export const loader = () => found(null)

export { Nothing as default } from '~/components/errors/nothing.tsx'
