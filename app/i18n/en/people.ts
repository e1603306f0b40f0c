import errorPage from './people/error-page.ts'

export default { errorPage } as const
