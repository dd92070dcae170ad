import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type RequestHandler, type Response } from 'express'
import { env } from '~/platform/env.server'
import { log } from '~/platform/log.server'
import { bodyLimit } from './body-limit'
import { healthz, readyz } from './health'
import { metrics, observe } from './metrics'
import { security } from './security'

export type Surroundings = {
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Serves files: the client build, or Vite while developing. */
  files: RequestHandler
  development: boolean
  draining: () => boolean
}

/** The HTTP server's order: who asks, health, files, then Remix for everything else. */
export function createApp({ build, files, development, draining }: Surroundings): express.Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trusted(env().TRUST_PROXY))
  app.use(forgetUntrustedForwards)
  app.use(security(development))
  app.get('/healthz', healthz)
  app.get('/readyz', readyz(draining))
  app.get('/metrics', metrics)
  app.use(files)
  app.use(watch)
  app.use(compression())
  app.use(bodyLimit)
  app.use(privateByDefault)
  app.all(
    '*',
    createRequestHandler({
      build,
      mode: development ? 'development' : 'production',
      getLoadContext: (request, response) => ({
        nonce: response.locals.nonce,
        reference: response.locals.reference,
        remoteAddress: request.ip,
      }),
    }),
  )
  return app
}

function trusted(setting: string): false | string[] {
  return setting === 'off' ? false : setting.split(',').map((one) => one.trim())
}

/** Without a trusted proxy in front, forwarded addresses and hosts are what the visitor made up. */
const forgetUntrustedForwards: RequestHandler = (request, _response, next) => {
  const isTrusted = request.app.get('trust proxy fn') as (address: string, hop: number) => boolean
  if (!isTrusted(request.socket.remoteAddress ?? '', 0)) {
    delete request.headers['x-forwarded-host']
    delete request.headers['x-forwarded-proto']
  }
  next()
}

/** The path of a one-time link without its token, which would open an account to whoever reads the log. */
function withoutToken(path: string): string {
  return path.replace(/^(\/masuk\/atur-ulang\/)[^/]+/, '$1…')
}

const watch: RequestHandler = (request, response, next) => {
  const begun = performance.now()
  response.once('close', () => {
    const milliseconds = Math.round(performance.now() - begun)
    observe(request.method, response.statusCode, milliseconds / 1_000)
    const facts = {
      method: request.method,
      path: withoutToken(request.path),
      status: response.statusCode,
      milliseconds,
    }
    log[env().BERDAYA_MODE === 'serve' ? 'info' : 'debug']('request', {
      ...facts,
      reference: response.locals.reference,
    })
  })
  next()
}

/** What says nothing else about caching is never kept: pages hold personal data. */
const privateByDefault: RequestHandler = (_request, response, next) => {
  const writeHead = response.writeHead
  response.writeHead = function (this: Response, ...given: Parameters<Response['writeHead']>) {
    if (!this.hasHeader('Cache-Control')) this.setHeader('Cache-Control', 'no-store')
    return writeHead.apply(this, given)
  } as Response['writeHead']
  next()
}
