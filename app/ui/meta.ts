import type { MetaFunction } from '@remix-run/react'
import type { Locale } from '../messages/source'
import { type Texts, textsIn } from '../messages/texts'

/**
 * The `meta` of a route from its title: `export const meta = titleOf((t) => t('intake.upload.title'))`;
 * with `titleOf<typeof loader>` the second argument is what the loader returned, undefined where it failed.
 */
export function titleOf<Loader = unknown>(
  title: (t: Texts, loaded: Parameters<MetaFunction<Loader>>[0]['data']) => string,
): MetaFunction<Loader> {
  return ({ matches, data, error }) => {
    const root = matches[0]?.data as { locale?: Locale } | undefined
    const t = textsIn(root?.locale ?? 'id')
    const own = error ? t('common.problem.failed.title') : title(t, data)
    return [{ title: `${own} · ${t('common.product.name')}` }]
  }
}
