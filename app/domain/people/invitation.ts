export const invitationDays = 14
const dayMs = 24 * 60 * 60_000

export type InvitationState = 'waiting' | 'accepted' | 'withdrawn' | 'expired'

interface Facts {
  expiresAt: Date
  acceptedAt: Date | null
  withdrawnAt: Date | null
}

export function invitationState(invitation: Facts, instant: Date): InvitationState {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.withdrawnAt) return 'withdrawn'
  return invitation.expiresAt.getTime() <= instant.getTime() ? 'expired' : 'waiting'
}

export function invitationExpiry(instant: Date): Date {
  return new Date(instant.getTime() + invitationDays * dayMs)
}
