/** Lower triangle L with L Lᵀ the matrix. */
export function cholesky(matrix: Float64Array, width: number): Float64Array {
  const factor = new Float64Array(width * width)
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * width + j]!
      for (let k = 0; k < j; k++) sum -= factor[i * width + k]! * factor[j * width + k]!
      // A floor keeps directions that carry nothing from dividing by zero.
      factor[i * width + j] = i === j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / factor[j * width + j]!
    }
  }
  return factor
}

/** Jacobi eigenvalue method for a small symmetric matrix; eigenvectors by falling eigenvalue. */
export function symmetricEigen(input: Float64Array, n: number): { vectors: Float64Array[] } {
  const a = input.slice()
  const v = new Float64Array(n * n)
  for (let i = 0; i < n; i++) v[i * n + i] = 1
  for (let sweep = 0; sweep < 12; sweep++) {
    let off = 0
    let total = 0
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        const square = a[i * n + j]! ** 2
        if (i === j) total += square
        else off += square
      }
    if (off <= total * 1e-14) break
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q)
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((x, y) => a[y * n + y]! - a[x * n + x]! || x - y)
  return { vectors: order.map((column) => Float64Array.from({ length: n }, (_, i) => v[i * n + column]!)) }
}

function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]!
  if (Math.abs(apq) < 1e-30) return
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq)
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let i = 0; i < n; i++) {
    const ip = a[i * n + p]!
    const iq = a[i * n + q]!
    a[i * n + p] = c * ip - s * iq
    a[i * n + q] = s * ip + c * iq
  }
  for (let i = 0; i < n; i++) {
    const pi = a[p * n + i]!
    const qi = a[q * n + i]!
    a[p * n + i] = c * pi - s * qi
    a[q * n + i] = s * pi + c * qi
    const vp = v[i * n + p]!
    const vq = v[i * n + q]!
    v[i * n + p] = c * vp - s * vq
    v[i * n + q] = s * vp + c * vq
  }
}
