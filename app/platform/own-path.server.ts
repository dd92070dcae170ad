const OURS = 'http://portal.invalid'

/** A path inside the portal, with its query; null for anything that would lead elsewhere. */
export function ownPathOf(wanted: string | null | undefined): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (!wanted || !/^\/(?![/\\])/.test(wanted) || /[\\\u0000-\u001f]/.test(wanted)) return null
  if (!URL.canParse(wanted, OURS)) return null
  const url = new URL(wanted, OURS)
  if (url.origin !== OURS || url.pathname.startsWith('//')) return null
  return url.pathname + url.search + url.hash
}

/** The page a request belongs to: its own address, or for a posted form the page it was sent from. */
export function pageOf(request: Request): string {
  const { pathname, search, origin } = new URL(request.url)
  if (request.method === 'GET' || request.method === 'HEAD') return pathname + search
  const from = request.headers.get('referer')
  if (from && URL.canParse(from)) {
    const page = new URL(from)
    if (page.host === new URL(origin).host) return page.pathname + page.search
  }
  return pathname
}
