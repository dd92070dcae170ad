import { randomUUID } from 'node:crypto'
import { signedCookie } from './cookies.server'

export type Flash = { id: string; tone: 'success' | 'warning' | 'danger' | 'info'; message: string }

const NAME = 'berdaya_flash'
const LIFE_SECONDS = 60

/** The cookie that carries a sentence over a redirect. */
export function flashCookie(message: string, tone: Flash['tone'] = 'success'): Promise<string> {
  const flash: Flash = { id: randomUUID(), tone, message }
  return signedCookie(NAME).serialize(flash, { maxAge: LIFE_SECONDS })
}

/** The sentence left by the last page, to be shown once: `clear` is the cookie that takes it away. */
export async function takeFlash(request: Request): Promise<{ flash: Flash | null; clear: string | null }> {
  const header = request.headers.get('cookie')
  if (!header?.includes(`${NAME}=`)) return { flash: null, clear: null }
  const flash: Flash | null = await signedCookie(NAME).parse(header)
  return { flash, clear: await signedCookie(NAME).serialize('', { maxAge: 0 }) }
}
