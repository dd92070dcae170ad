import { randomBytes, randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { env } from '~/platform/env.server'

declare global {
  namespace Express {
    interface Locals {
      nonce: string
      reference: string
    }
  }
}

const HSTS_SECONDS = 31_536_000

function policy(nonce: string, development: boolean): string {
  const parts = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    // React keeps style attributes of the server's HTML as they are; style elements and files stay ours.
    `style-src 'self'${development ? ` 'unsafe-inline'` : ''}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ]
  return parts.join('; ')
}

/** Marks each request with a nonce and a reference, and sets the headers that every answer carries. */
export function security(development: boolean): RequestHandler {
  return (request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64url')
    response.locals.reference = randomUUID().slice(0, 8)
    response.setHeader('Content-Security-Policy', policy(response.locals.nonce, development))
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('X-Frame-Options', 'DENY')
    response.setHeader('Referrer-Policy', 'same-origin')
    response.setHeader('Permissions-Policy', 'camera=(self), geolocation=(self), microphone=(), payment=()')
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    if (request.secure || env().PUBLIC_URL.startsWith('https:')) {
      response.setHeader('Strict-Transport-Security', `max-age=${HSTS_SECONDS}; includeSubDomains`)
    }
    next()
  }
}
