import { z } from 'zod'

/** What is followed, and the page to come back to. */
export const followForm = z.object({
  noun: z.enum(['need', 'problem', 'round', 'meeting', 'decision', 'organisation', 'network']),
  id: z.string().min(1).max(40),
  back: z.string().max(2000).optional(),
})
