import { type LoaderFunctionArgs, redirect, type ServerBuild } from '@remix-run/node'
import type { Locale } from '~/domain/shared/actor'
import { Refusal } from '~/domain/shared/refusal'
import { flashCookie } from './flash.server'
import { localeOf, textsFor } from './i18n.server'
import { log } from './log.server'
import { pageOf } from './own-path.server'
import { refusalSentence, statusOf } from './refusal-sentence.server'

/** What the error page gets to know: never more than a sentence and a reference. */
export type DoorProblem = { locale: Locale; message: string | null; reference: string }

type Handler = (args: LoaderFunctionArgs) => unknown

/**
 * Puts one guard before every loader and action: a refusal becomes its status with its sentence, a defect becomes a
 * 500 with a reference whose details stand in the log alone. What is thrown on purpose (redirects) passes.
 */
export function guardDoors(build: ServerBuild): ServerBuild {
  const routes: ServerBuild['routes'] = {}
  for (const [id, route] of Object.entries(build.routes)) {
    if (!route) continue
    const page = route.module.default !== undefined
    const { loader, action } = route.module
    const module = { ...route.module }
    if (loader) module.loader = guarded(loader as Handler, id, page) as typeof loader
    if (action) module.action = guarded(action as Handler, id, page) as typeof action
    routes[id] = { ...route, module }
  }
  return { ...build, routes }
}

function guarded(handler: Handler, routeId: string, page: boolean): Handler {
  return async (args) => {
    try {
      const outcome = await handler(args)
      return page ? outcome : await withoutScreen(outcome, args)
    } catch (thrown) {
      if (!(thrown instanceof Error)) throw thrown
      const reference = args.context.reference
      const locale = await localeOf(args).catch((): Locale => 'id')
      if (thrown instanceof Refusal) {
        const message = refusalSentence(thrown, textsFor(locale))
        throw problem(page, { locale, message, reference }, statusOf(thrown))
      }
      if (args.request.signal.aborted) throw thrown
      log.defect(thrown, { reference, route: routeId })
      throw problem(page, { locale, message: null, reference }, 500)
    }
  }
}

/**
 * A door without a screen cannot show a form again: what stood against the form is told on the page it came from,
 * and what is nobody's business there is answered with its status.
 */
async function withoutScreen(outcome: unknown, args: LoaderFunctionArgs): Promise<unknown> {
  if (!isRefusedForm(outcome)) return outcome
  const status = outcome.init.status
  const sentence = Object.values(outcome.data.result.error ?? {}).flat()[0]
  const message = sentence ?? textsFor(await localeOf(args))('common.problem.refused.title')
  const from = pageOf(args.request)
  if (status === 403 || status === 404 || from === new URL(args.request.url).pathname) {
    return new Response(message, { status, headers: TEXT })
  }
  return redirect(from, { headers: { 'Set-Cookie': await flashCookie(message, 'danger') } })
}

type RefusedForm = {
  data: { result: { error?: Record<string, string[] | null> } }
  init: { status: number }
}

function isRefusedForm(outcome: unknown): outcome is RefusedForm {
  const { data, init } = (outcome ?? {}) as Partial<RefusedForm>
  return typeof data === 'object' && data !== null && 'result' in data && Number(init?.status) >= 400
}

const TEXT = { 'Content-Type': 'text/plain; charset=utf-8' }

function problem(page: boolean, told: DoorProblem, status: number): Response {
  if (page) return Response.json(told, { status })
  const t = textsFor(told.locale)
  const sentence =
    told.message ??
    `${t('common.problem.failed.title')}. ${t('common.problem.failed.reference')}: ${told.reference}`
  return new Response(sentence, { status, headers: TEXT })
}
