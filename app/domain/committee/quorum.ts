import type { Hindrance } from './meeting.ts'

/** Who could take part in an item and who did, with the numbers the answer is made of. */
export interface Quorum {
  required: number
  members: number
  present: number
  /** Present in the room but recused: neither in the vote nor in the quorum. */
  recusedPresent: number
  absent: number
  /** Present and not recused. */
  taking: string[]
  met: boolean
}

/**
 * The quorum of one agenda item, counted without the recused.
 *
 * @param given ids of the members of the body, of those present and of those recused in this item; `required` is how
 *   many must take part. People who are not members count nowhere, and nobody counts twice.
 */
export function quorumOf(given: {
  members: readonly string[]
  present: readonly string[]
  recused: readonly string[]
  required: number
}): Quorum {
  const members = [...new Set(given.members)]
  const here = new Set(given.present)
  const out = new Set(given.recused)
  const present = members.filter((id) => here.has(id))
  const taking = present.filter((id) => !out.has(id))
  return {
    required: given.required,
    members: members.length,
    present: present.length,
    recusedPresent: present.length - taking.length,
    absent: members.length - present.length,
    taking,
    // A body that requires nobody still needs somebody who decides.
    met: taking.length >= Math.max(1, given.required),
  }
}

/** Where nobody is noted as present it is the attendance that is missing, not the members. */
export function quorumHindrance({ met, present, taking, required }: Quorum): Hindrance | null {
  if (met) return null
  if (present === 0) return { code: 'nobodyPresent' }
  return { code: 'noQuorum', params: { taking: taking.length, required: Math.max(1, required) } }
}
