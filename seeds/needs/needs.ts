import type { SeedNeed } from '../reference/seed-types.ts'
import { findDataAndModels } from './find-data-and-models.ts'
import { identityAndTrust } from './identity-and-trust.ts'
import { ownDataInOrder } from './own-data-in-order.ts'
import { sharePeopleWhoKnow } from './share-people-who-know.ts'
import { textImageAndSound } from './text-image-and-sound.ts'
import { useProtectedData } from './use-protected-data.ts'

/** Every seeded need, theme by theme. */
export const needs: SeedNeed[] = [
  ...findDataAndModels,
  ...useProtectedData,
  ...identityAndTrust,
  ...textImageAndSound,
  ...ownDataInOrder,
  ...sharePeopleWhoKnow,
]
