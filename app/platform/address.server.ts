import { Refusal } from '~/domain/shared/refusal'

type Addressed = { request: Request; params: Readonly<Record<string, string | undefined>> }

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The id in an address such as `/pelatihan/:cohortId`. What is no id names nothing: refuses `not_found`. */
export function idIn({ params }: Addressed, name: string): string {
  const value = params[name]
  if (!value || !ID.test(value)) throw new Refusal('not_found')
  return value
}

/** The filters of a list's address, each a text that is not empty. */
export function filtersIn<Name extends string>(
  { request }: Addressed,
  names: Record<Name, string>,
): Partial<Record<Name, string>> {
  const search = new URL(request.url).searchParams
  const found: Partial<Record<Name, string>> = {}
  for (const name of Object.keys(names) as Name[]) {
    const value = search.get(names[name])?.replaceAll('\0', '').trim().slice(0, 200)
    if (value) found[name] = value
  }
  return found
}
