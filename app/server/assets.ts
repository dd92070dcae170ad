import { existsSync } from 'node:fs'
import { join, normalize } from 'node:path'
import express, { type RequestHandler } from 'express'

const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const
const YEAR_SECONDS = 31_536_000
const HOUR_SECONDS = 3_600

/** Files of the client build: those with a hash in their name never change, and most lie there compressed. */
export function assets(folder: string): RequestHandler {
  const compressed = new Map<string, boolean>()
  const stands = (path: string): boolean => {
    const known = compressed.get(path) ?? existsSync(join(folder, path))
    compressed.set(path, known)
    return known
  }
  const files = express.static(folder, { index: false, redirect: false, setHeaders: headersOf })
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    if (request.path.startsWith('/assets/')) {
      const accepted = request.headers['accept-encoding'] ?? ''
      const path = normalize(request.path)
      const found = ENCODINGS.find((one) => accepted.includes(one.name) && stands(path + one.suffix))
      response.setHeader('Vary', 'Accept-Encoding')
      if (found) {
        response.setHeader('Content-Encoding', found.name)
        response.type(path.slice(path.lastIndexOf('.')))
        request.url = path + found.suffix
      }
    }
    files(request, response, (error) => {
      if (error || !request.path.startsWith('/assets/')) return next(error)
      response.removeHeader('Content-Encoding')
      response.status(404).type('text/plain').send('Not found')
    })
  }
}

function headersOf(response: express.Response, path: string): void {
  if (path.includes('/assets/'))
    response.setHeader('Cache-Control', `public, max-age=${YEAR_SECONDS}, immutable`)
  else if (path.endsWith('/sw.js')) response.setHeader('Cache-Control', 'no-cache')
  else response.setHeader('Cache-Control', `public, max-age=${HOUR_SECONDS}`)
}
