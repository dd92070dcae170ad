import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form as GetForm, useLoaderData } from '@remix-run/react'
import { SessionEntries } from '~/components/session-entries'
import { PreviewList } from '~/components/session-preview'
import { getCohortToChange } from '~/domain/training/cohort-queries.server'
import { planSessions } from '~/domain/training/plan-sessions.server'
import { meetingOn } from '~/domain/training/schedule'
import { planSessionsForm, scheduleForm } from '~/domain/training/session.form.server'
import { previewSessions } from '~/domain/training/session-queries.server'
import { idIn } from '~/platform/address.server'
import { sentencesOf, zodCodes } from '~/platform/field-errors.server'
import { localeOf, textsFor } from '~/platform/i18n.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Button } from '~/ui/button'
import { CheckboxGroup } from '~/ui/choices'
import { Form, FormActions, SubmitButton } from '~/ui/form'
import { DateInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { EmptyState } from '~/ui/notice'
import { Card, Page, Section } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('training.schedule.add'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const cohortId = idIn(args, 'cohortId')
  const { cohort, trainers, chosen } = await getCohortToChange(actor, cohortId)
  const own = trainers.filter((trainer) => chosen.includes(trainer.id))
  const asked = new URL(args.request.url).searchParams
  if (!asked.has('firstDay')) return { cohort, trainers: own, asked: null, preview: null, result: null }
  const t = textsFor(await localeOf(args))
  const parsed = parseWithZod(asked, {
    schema: scheduleForm,
    error: zodCodes,
    formatError: (issues: Parameters<typeof sentencesOf>[0]) => sentencesOf(issues, t),
  })
  if (parsed.status !== 'success')
    return { cohort, trainers: own, asked: null, preview: null, result: parsed.reply() }
  const preview = await previewSessions(actor, cohortId, parsed.value)
  return { cohort, trainers: own, asked: parsed.value, preview, result: parsed.reply() }
}

export function action(args: ActionFunctionArgs) {
  const cohortId = idIn(args, 'cohortId')
  return submit(args, {
    schema: planSessionsForm,
    command: (actor, { days, startTime, endTime, ...one }, at, key) =>
      planSessions(
        actor,
        { cohortId, sessions: days.map((day) => ({ ...one, ...meetingOn(day, startTime, endTime) })) },
        at,
        key,
      ),
    done: ({ ids }, t) => ({
      to: `/pelatihan/${cohortId}#jadwal`,
      message: t.plural('training.schedule.done', ids.length),
    }),
  })
}

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const

type Entries = Record<
  'topic' | 'venue' | 'trainerId' | 'startTime' | 'endTime' | 'firstDay' | 'lastDay',
  string
> & {
  weekdays: string[]
}

export default function Schedule() {
  const { cohort, trainers, result, preview } = useLoaderData<typeof loader>()
  const t = useTexts()
  const [form, fields] = useForm<Entries>({
    id: 'jadwal',
    lastResult: result,
    defaultValue: {
      venue: cohort.venue,
      trainerId: trainers.length === 1 ? trainers[0]?.id : '',
      startTime: '09:00',
      endTime: '12:00',
      firstDay: cohort.startsOn,
      lastDay: cohort.endsOn,
    },
  })
  const breadcrumbs = [
    { label: t('training.title'), to: '/pelatihan' },
    { label: cohort.name, to: `/pelatihan/${cohort.id}` },
  ]
  return (
    <Page
      title={t('training.schedule.add')}
      lead={t('training.schedule.lead')}
      breadcrumbs={breadcrumbs}
      help="pelatihan"
      narrow
    >
      <Card>
        <GetForm method="get" id={form.id} className="grid gap-4">
          <SessionEntries fields={fields} trainers={trainers} />
          <CheckboxGroup
            field={fields.weekdays}
            label={t('training.schedule.weekdays')}
            required
            inline
            options={WEEKDAYS.map((weekday) => ({ value: weekday, label: t(`training.weekday.${weekday}`) }))}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <DateInput field={fields.firstDay} label={t('training.schedule.firstDay')} required />
            <DateInput field={fields.lastDay} label={t('training.schedule.lastDay')} required />
          </div>
          <FormActions>
            <Button type="submit" tone={preview ? 'secondary' : 'primary'} icon="calendar">
              {t('training.schedule.preview')}
            </Button>
          </FormActions>
        </GetForm>
      </Card>
      {preview && <Preview />}
    </Page>
  )
}

function Preview() {
  const { asked, preview } = useLoaderData<typeof loader>()
  const t = useTexts()
  if (!asked || !preview) return null
  return (
    <Section title={t('training.schedule.previewTitle')}>
      {preview.length === 0 ? (
        <EmptyState title={t('training.schedule.previewNone')} icon="calendar" />
      ) : (
        <Form id="sesi">
          {(['topic', 'venue', 'trainerId', 'startTime', 'endTime'] as const).map((name) => (
            <input key={name} type="hidden" name={name} value={asked[name]} />
          ))}
          <p className="text-muted">{t('training.schedule.previewHint')}</p>
          <PreviewList sessions={preview} />
          <FormActions>
            <SubmitButton>{t('training.schedule.save')}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Section>
  )
}
