import { inventedOrganisations } from './organisations-invented.ts'
import { otherOrganisations } from './organisations-other.ts'
import { stateOrganisations } from './organisations-state.ts'
import type { SeedOrganisation } from './seed-types.ts'

export const organisations: SeedOrganisation[] = [
  ...stateOrganisations,
  ...otherOrganisations,
  ...inventedOrganisations,
]
