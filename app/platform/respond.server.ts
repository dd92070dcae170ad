import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import type { z } from 'zod'
import type { $ZodIssue } from 'zod/v4/core'
import type { Actor } from '~/domain/shared/actor'
import { Refusal } from '~/domain/shared/refusal'
import type { Texts } from '~/messages/texts'
import { now } from './clock.server'
import { isOwnForm } from './csrf.server'
import { fieldSentence, sentencesOf, zodCodes } from './field-errors.server'
import { type Flash, flashCookie } from './flash.server'
import { localeOf, textsFor } from './i18n.server'
import { ownPathOf } from './own-path.server'
import { refusalSentence, statusOf } from './refusal-sentence.server'
import { type RequestArgs, requireSession } from './session.server'
import { type FileRule, type Received, receiveFiles, type UploadedFile } from './upload.server'

/** Who asks, signed in and through every step of the sign-in; anyone else is sent there. */
export async function requireActor(args: RequestArgs): Promise<Actor> {
  return (await requireSession(args)).actor
}

/** Where a form leads once it is done, and the sentence shown there. */
export type Done = { to: string; message?: string; tone?: Flash['tone']; headers?: HeadersInit }

type Common<Schema extends z.ZodType, Result, Field extends string> = {
  schema: Schema
  done: (result: Result, t: Texts, input: z.output<Schema>) => Done | Response
  /** Fields of files, with their limits; the command gets the files last. */
  files?: Record<Field, FileRule>
  /** Fields whose entries never go back to the browser. */
  hide?: readonly string[]
}

type Files<Field extends string> = Record<Field, UploadedFile[]>

export type Submit<Schema extends z.ZodType, Result, Field extends string> = Common<Schema, Result, Field> & {
  /** One command of the domain; `key` makes the form count once. */
  command: (
    actor: Actor,
    input: z.output<Schema>,
    at: Date,
    key: string | undefined,
    files: Files<Field>,
  ) => Promise<Result>
}

export type SubmitOpen<Schema extends z.ZodType, Result, Field extends string> = Common<
  Schema,
  Result,
  Field
> & {
  command: (
    input: z.output<Schema>,
    at: Date,
    key: string | undefined,
    files: Files<Field>,
  ) => Promise<Result>
}

/** The one shape of an action: form, schema, one command, then a redirect with a sentence, or what stood against it. */
export async function submit<Schema extends z.ZodType, Result, Field extends string = never>(
  args: ActionFunctionArgs,
  options: Submit<Schema, Result, Field>,
) {
  const actor = await requireActor(args)
  return answerForm(args, options, (input, at, key, files) => options.command(actor, input, at, key, files))
}

/** The same for forms of people who are not signed in. */
export async function submitOpen<Schema extends z.ZodType, Result, Field extends string = never>(
  args: ActionFunctionArgs,
  options: SubmitOpen<Schema, Result, Field>,
) {
  return answerForm(args, options, options.command)
}

const OWN_INPUTS = ['_csrf', '_key', '_form'] as const

async function answerForm<Schema extends z.ZodType, Result, Field extends string>(
  args: ActionFunctionArgs,
  options: Common<Schema, Result, Field>,
  command: (
    input: z.output<Schema>,
    at: Date,
    key: string | undefined,
    files: Files<Field>,
  ) => Promise<Result>,
) {
  const t = textsFor(await localeOf(args))
  const received = await receive(args.request, options.files)
  try {
    const { form, files } = received
    const key = text(form.get('_key')) ?? undefined
    const read = await readForm(args, options, received, t)
    if (read.answer !== undefined) return read.answer
    try {
      const result = await command(read.input, now(), key, files)
      return await lead(options.done(result, t, read.input))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const sentence = refusalSentence(error, t)
      return read.fail(
        statusOf(error),
        error.field ? { [error.field]: [sentence] } : { '': [sentence] },
        true,
      )
    }
  } finally {
    await received.discard()
  }
}

type Errors = Record<string, string[]>

/** The form's entries as the schema understands them, or the answer that says what is wrong with them. */
async function readForm<Schema extends z.ZodType, Result, Field extends string>(
  args: ActionFunctionArgs,
  options: Common<Schema, Result, Field>,
  { form, problems }: Pick<Received<Field>, 'form' | 'problems'>,
  t: Texts,
) {
  const name = text(form.get('_form'))
  const cutOff = Object.keys(problems).length > 0 && [...form.keys()].length === 0
  const own = cutOff || (await isOwnForm(args, form))
  for (const input of OWN_INPUTS) form.delete(input)
  const submission = parseWithZod(form, {
    schema: options.schema,
    error: zodCodes,
    formatError: (issues: $ZodIssue[]) => sentencesOf(issues, t),
  })
  const hideFields = [...(options.hide ?? [])]
  const fail = (status: number, { '': formErrors = [], ...fieldErrors }: Errors, refused = false) =>
    answer(name, submission.reply({ formErrors, fieldErrors, hideFields }), status, refused)

  if (!own) return { answer: fail(403, { '': [t('refusal.stale_form')] }, true) }
  const missing = fileSentences(problems, t)
  if (cutOff) return { answer: answer(name, { status: 'error', error: missing }, 413, false) }
  if (submission.status !== 'success') {
    const asked = submission.status === 'error'
    if (!asked) return { answer: answer(name, submission.reply({ hideFields }), 200, false) }
    return { answer: fail(400, { ...errorsOf(submission.error), ...missing }) }
  }
  if (Object.keys(missing).length > 0) return { answer: fail(400, missing) }
  return { input: submission.value as z.output<Schema>, fail }
}

/** What the screen's form shows: `FormAnswer` of the furniture. */
function answer(form: string | null, result: SubmissionResult<string[]>, status: number, refused: boolean) {
  return data({ form, result, refused }, { status })
}

async function lead(done: Done | Response): Promise<Response> {
  if (done instanceof Response) return done
  const headers = new Headers(done.headers)
  if (done.message) headers.append('Set-Cookie', await flashCookie(done.message, done.tone))
  return redirect(ownPathOf(done.to) ?? '/', { headers })
}

async function receive<Field extends string>(
  request: Request,
  rules: Record<Field, FileRule> | undefined,
): Promise<Received<Field>> {
  if (rules && request.headers.get('content-type')?.startsWith('multipart/form-data'))
    return receiveFiles(request, rules)
  const wanted = Object.entries<FileRule>(rules ?? {})
  const none: Files<string> = Object.fromEntries(wanted.map(([name]) => [name, []]))
  const missing = wanted.filter(([, rule]) => rule.required)
  return {
    form: await request.formData(),
    files: none as Files<Field>,
    problems: Object.fromEntries(
      missing.map(([name, rule]) => [name, { code: 'file_missing', megabytes: rule.maximumMegabytes }]),
    ) as Received<Field>['problems'],
    discard: async () => {},
  }
}

type Problem = { code: string; megabytes: number } | undefined

function fileSentences(problems: Partial<Record<string, Problem>>, t: Texts): Errors {
  const found = Object.entries(problems).flatMap(([field, problem]) =>
    problem
      ? [{ field, sentence: fieldSentence(problem.code, t, { megabytes: problem.megabytes, maximum: 1 }) }]
      : [],
  )
  return Object.fromEntries(found.map(({ field, sentence }) => [field, [sentence]]))
}

function errorsOf(error: Record<string, string[] | null> | null | undefined): Errors {
  return Object.fromEntries(Object.entries(error ?? {}).map(([name, sentences]) => [name, sentences ?? []]))
}

function text(value: FormDataEntryValue | null): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
