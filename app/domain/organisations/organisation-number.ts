/** Digits of a Swedish organisation number as lists write it: 212000-1561, 2120001561, 16212000-1561, SE212000156101. */
export function digitsOf(words: string): string {
  const digits = words.replace(/^\s*se(?=\d)/i, '').replace(/\D/g, '')
  // Registers put 16 before the number of a legal entity; the VAT number ends in 01.
  if (digits.length === 12 && digits.startsWith('16')) return digits.slice(2)
  if (digits.length === 12 && /^\s*se/i.test(words) && digits.endsWith('01')) return digits.slice(0, 10)
  return digits
}

/** Whether the last of ten digits is the check digit of the others (Luhn, modulus 10). */
export function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, at) => {
    const weighed = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return /^\d{10}$/.test(digits) && sum % 10 === 0
}

/** The third digit of a legal entity is 2 or higher: it is no date, as in the number of a person. */
export function isOrganisationNumber(words: string): boolean {
  const digits = digitsOf(words)
  return !/\p{L}{3}/u.test(words) && hasCheckDigit(digits) && Number(digits[2]) >= 2
}
