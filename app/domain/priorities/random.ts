/**
 * A small generator of random numbers whose whole course follows from its seed (sfc32, seeded through splitmix32):
 * the same on every machine and in every year, so that a stored seed gives the same result again.
 * Returns a function that gives the next number, at least 0 and less than 1, in steps of 2^-32.
 */
export function randomFrom(seed: number): () => number {
  const next = splitmix(seed | 0)
  let a = next()
  let b = next()
  let c = next()
  let counter = 1
  const random = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  // The first numbers still bear the mark of the seed.
  for (let at = 0; at < 12; at++) random()
  return random
}

function splitmix(state: number): () => number {
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) | 0
  }
}
