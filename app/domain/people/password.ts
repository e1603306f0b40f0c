/** Fewest characters of a password. Length does more than symbols: four ordinary words are enough. */
export const shortestPassword = 12
/** A limit on what is hashed at all, far above what anyone types. */
export const longestPassword = 200

export type PasswordFault = 'tooShort' | 'tooLong' | 'isEmail' | 'isName' | 'tooPlain'

/** The beginnings that lists of leaked passwords are full of; what follows them is seldom more than digits. */
const worn =
  /^(password|passw0rd|lösenord|losenord|qwerty|qwertyuiop|sommar|vinter|höst|vår|summer|winter|autumn|spring|welcome|välkommen|admin|administrator|samsyn|iloveyou|letmein|sverige|sweden)[\d\W_]*$/i
const fewestDifferent = 5

/**
 * What is wrong with a password, in the order in which the page explains its rule; undefined when it will do.
 * NIST SP 800-63B: length and a list of what is guessed first, no demands on kinds of characters, no expiry.
 */
export function passwordFault(password: string, owner: { email: string; name?: string }): PasswordFault | undefined {
  const letters = [...password.normalize('NFC')]
  if (letters.length < shortestPassword) return 'tooShort'
  if (letters.length > longestPassword) return 'tooLong'
  const lower = password.toLowerCase()
  const [local = '', domain = ''] = owner.email.toLowerCase().split('@')
  if (
    owner.email &&
    (lower.includes(owner.email.toLowerCase()) || lower.replace(/[\d\W_]+$/, '') === local || lower === domain)
  )
    return 'isEmail'
  const name = (owner.name ?? '').toLowerCase().replace(/\s+/g, '')
  if (name.length > 3 && lower.replace(/\s+/g, '').replace(/[\d\W_]+$/, '') === name) return 'isName'
  if (new Set(lower).size < fewestDifferent || worn.test(lower) || isRow(lower)) return 'tooPlain'
  return undefined
}

const rows = ['abcdefghijklmnopqrstuvwxyzåäö', '0123456789', 'qwertyuiopåasdfghjklöäzxcvbnm']

/** Whether the password only walks along the alphabet, the digits or the keyboard. */
function isRow(lower: string): boolean {
  const steps = [...lower].slice(1).filter((letter, at) => {
    const before = lower[at] as string
    return rows.some((row) => {
      const distance = row.indexOf(letter) - row.indexOf(before)
      return (
        row.includes(letter) &&
        row.includes(before) &&
        (Math.abs(distance) === 1 || Math.abs(distance) === row.length - 1)
      )
    })
  })
  return steps.length >= lower.length - 2
}
