import type { SeedNeed } from '../reference/seed-types.ts'
import { costOfOperation } from './cost-of-operation.ts'
import { findDataAndModels } from './find-data-and-models.ts'
import { fromPrototypeToOperation } from './from-prototype-to-operation.ts'
import { gridAndEurope } from './grid-and-europe.ts'
import { identityAndTrust } from './identity-and-trust.ts'
import { individualFirstSteps } from './individual-first-steps.ts'
import { individualFurtherSteps } from './individual-further-steps.ts'
import { openData } from './open-data.ts'
import { ownDataInOrder } from './own-data-in-order.ts'
import { sameThingBuiltTwice } from './same-thing-built-twice.ts'
import { secureEnvironments } from './secure-environments.ts'
import { sharePeopleWhoKnow } from './share-people-who-know.ts'
import { syntheticAndSpeech } from './synthetic-and-speech.ts'
import { testAndCompute } from './test-and-compute.ts'
import { textImageAndSound } from './text-image-and-sound.ts'
import { useProtectedData } from './use-protected-data.ts'
import { waitingLikeOthers } from './waiting-like-others.ts'
import { waitingNewQuestions } from './waiting-new-questions.ts'

/** Every seeded need, theme by theme. */
export const needs: SeedNeed[] = [
  ...findDataAndModels,
  ...useProtectedData,
  ...identityAndTrust,
  ...textImageAndSound,
  ...ownDataInOrder,
  ...sharePeopleWhoKnow,
  ...sameThingBuiltTwice,
  ...fromPrototypeToOperation,
  ...testAndCompute,
  ...syntheticAndSpeech,
  ...secureEnvironments,
  ...gridAndEurope,
  ...openData,
  ...costOfOperation,
  ...individualFirstSteps,
  ...individualFurtherSteps,
  ...waitingNewQuestions,
  ...waitingLikeOthers,
]
