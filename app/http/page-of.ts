const most = 10_000

/** Which page of a list an address asks for, from 1. Anything else than a whole number is the first. */
export function pageOf(request: Request): number {
  const asked = Number(new URL(request.url).searchParams.get('page'))
  return Number.isSafeInteger(asked) && asked >= 1 ? Math.min(asked, most) : 1
}
