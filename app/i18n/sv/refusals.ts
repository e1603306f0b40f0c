export default {
  stale: 'Någon annan har ändrat det här sedan du öppnade sidan. Inget har sparats. Läs den nya versionen och försök igen.',
  tooManyAttempts: 'För många misslyckade försök. Vänta {minutes} minuter och försök igen.',
} as const
