import { matchRoutes } from '@remix-run/react'
import { describe, expect, it } from 'vitest'
import { pagesToured } from '../e2e/pages.ts'
import { pathOf, routeNames } from '../support/routes.ts'

const sources = import.meta.glob<string>('../../app/routes/*.tsx', { query: '?raw', import: 'default', eager: true })
/** What shows a page when it is read; an address that only takes forms has the page that is never shown. */
const isPage = (name: string) => {
  const source = sources[`../../app/routes/${name}.tsx`] ?? ''
  return /export default|as default/.test(source) && !source.includes('components/errors/nothing.tsx')
}

/** Pages that the browser's tour of accessibility does not come to, and why. */
const excused: Record<string, string> = {
  ...because('reading it leads on to another page, which the tour sees', [
    'imports.$id.run',
    'imports.$id.stop',
    'needs.$id.acknowledgement',
    'needs.$id.submission',
    'rounds.$number.assessment.completion',
    'rounds.$number.assessment.$problem.recusal-withdrawal',
  ]),
  ...because(
    'the same page of a question and a reason as another that the tour sees, for a thing in a state of its own',
    [
      'decisions_.$number_.commitment-withdrawal',
      'imports.$id.undo',
      'networks_.$key_.members_.$id_.ending',
      'needs.$id.duplicate_.removal',
      'needs.$id.endorsement_.withdrawal',
      'needs.$id.reopening',
      'problems_.$number_.unmerge',
    ],
  ),
  ...because('only in a draft round, or the page of criteria again; the flow test walks through drafts', [
    'rounds.$number.criteria.$key',
    'rounds.$number.equal-weights',
  ]),
  'organisations_.import_.$id':
    'what an imported list of organisations holds, there only after one is read; tests by Request see it',
  ...because('needs a secret from a mail or half a sign-in; the page is that of /account/password or /sign-in', [
    'account_.second-factor_.confirmation',
    'account_.second-factor_.recovery-codes',
    'invitations_.$token',
    'sign-in_.code',
    'sign-in_.password_.$token',
    'sign-in_.recovery-code',
  ]),
}

function because(reason: string, names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, reason]))
}

describe('the tour of the site', () => {
  it('comes to every page, or says why not', () => {
    const patterns = routeNames.map((name) => ({ id: name, path: pathOf(name, asParams(name)) }))
    const seen = new Set(
      pagesToured.map((page) => matchRoutes(patterns, page.split('?')[0] as string)?.at(-1)?.route.id),
    )
    const pages = routeNames.filter(isPage)
    expect(pages.filter((name) => !seen.has(name) && !excused[name])).toEqual([])
    expect(Object.keys(excused).filter((name) => seen.has(name) || !pages.includes(name))).toEqual([])
  })
})

/** Every parameter by its own name: `/needs/:id`. */
function asParams(name: string): Record<string, string> {
  const names = name.match(/\$[a-z]+/gi) ?? []
  return { '*': '*', ...Object.fromEntries(names.map((one) => [one.slice(1), `:${one.slice(1)}`])) }
}
