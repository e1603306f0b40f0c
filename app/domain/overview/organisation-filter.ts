import { type MarkKind, markKinds } from '../problems/demand.ts'

export const organisationsPerPage = 40
/** Needs of a network's list on a page. */
export const listedPerPage = 50

export interface OrganisationsAsked {
  kind?: MarkKind
  said?: 'spoken' | 'silent'
}

/** What an address asks the list of organisations for. */
export function organisationsAsked(parameters: URLSearchParams): OrganisationsAsked {
  const kind = markKinds.find((known) => known === parameters.get('kind'))
  const said = (['spoken', 'silent'] as const).find((known) => known === parameters.get('said'))
  return { ...(kind && { kind }), ...(said && { said }) }
}

export function organisationsHref({ kind, said }: OrganisationsAsked, page = 1): string {
  const parameters = new URLSearchParams({
    ...(kind && { kind }),
    ...(said && { said }),
    ...(page > 1 && { page: String(page) }),
  })
  return parameters.size > 0 ? `/organisations?${parameters}` : '/organisations'
}
