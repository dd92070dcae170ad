import type { LoaderFunctionArgs } from '@remix-run/node'
import { refuse } from '~/domain/shared/refusal'
import { readGuideImage } from '~/platform/guide.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const image = (await readGuideImage(params.file ?? '')) ?? refuse('not_found')
  return new Response(image, {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'private, max-age=3600' },
  })
}
