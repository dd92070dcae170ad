import type { Locale } from './source'
import { type Dictionary, hasTexts, provideTexts } from './source'
import type { Namespace } from './texts'

const files = import.meta.glob<{ default: Dictionary }>(['./{id,en}/*.ts', '!./{id,en}/index.ts'])

const EVERYWHERE = ['common', 'status'] as const satisfies readonly Namespace[]

/** Stages whose screens also use the texts of others. */
const ALSO: Partial<Record<string, readonly Namespace[]>> = {
  'sign-in': ['account'],
  beneficiaries: [
    'beneficiaries',
    'intake',
    'verification',
    'training',
    'enterprise',
    'disbursement',
    'audit',
  ],
  audit: ['audit', 'disbursement', 'beneficiaries'],
}

function namespacesOf(stage: string): readonly Namespace[] {
  return ALSO[stage] ?? (`./id/${stage}.ts` in files ? [stage as Namespace] : [])
}

async function fetchTexts(locale: Locale, namespace: Namespace): Promise<void> {
  if (hasTexts(locale, namespace)) return
  const load = files[`./${locale}/${namespace}.ts`]
  if (load) provideTexts(locale, namespace, (await load()).default)
}

/** Loads in the browser what the routes with these ids (`routes/<stage>/…`) need to be drawn. */
export async function loadTextsOfRoutes(locale: Locale, routeIds: readonly string[]): Promise<void> {
  const stages = new Set(routeIds.map((id) => id.split('/')[1] ?? ''))
  const namespaces = new Set<Namespace>([...EVERYWHERE, ...[...stages].flatMap(namespacesOf)])
  await Promise.all([...namespaces].map((namespace) => fetchTexts(locale, namespace)))
}

/** For the client loader of a stage's layout: its texts are there before one of its screens is drawn. */
export async function enterStage(stage: string): Promise<null> {
  const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'id'
  await loadTextsOfRoutes(locale, [`routes/${stage}`])
  return null
}
