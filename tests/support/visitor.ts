/** A signed-in visitor without a browser: keeps its cookies and says where its forms come from. */
export class Visitor {
  private cookies = new Map<string, string>()
  constructor(
    readonly origin: string,
    cookie?: string,
  ) {
    if (cookie) this.take(cookie)
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async get(path: string): Promise<Response> {
    return this.keep(await fetch(this.origin + path, { headers: { cookie: this.cookie }, redirect: 'manual' }))
  }

  async post(path: string, body: URLSearchParams | FormData): Promise<Response> {
    const headers = { cookie: this.cookie, origin: this.origin, 'sec-fetch-site': 'same-origin' }
    return this.keep(await fetch(this.origin + path, { method: 'POST', headers, body, redirect: 'manual' }))
  }

  private keep(response: Response): Response {
    for (const cookie of response.headers.getSetCookie()) this.take(cookie)
    return response
  }

  private take(cookie: string): void {
    const [pair] = cookie.split(';')
    const at = pair?.indexOf('=') ?? -1
    if (pair && at > 0) this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}
