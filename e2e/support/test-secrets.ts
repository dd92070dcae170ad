import { createHash } from 'node:crypto'

const bytes = (name: string) => createHash('sha256').update(`berdaya tests ${name}`).digest('base64')

/** Fixed keys for tests, so that a hash or a box of one run can be compared with the next. */
export const TEST_SECRETS = {
  SESSION_SECRETS: bytes('session'),
  DATA_KEYS: `t1:${bytes('data')}`,
  LOOKUP_KEYS: `t1:${bytes('lookup')}`,
  SEAL_KEYS: `t1:${bytes('seal')}`,
}
