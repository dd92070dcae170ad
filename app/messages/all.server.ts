import en from './en/index'
import id from './id/index'
import { provideTexts } from './source'
import type { Namespace } from './texts'

/** Both languages whole, for the server. */
for (const namespace of Object.keys(id) as Namespace[]) {
  provideTexts('id', namespace, id[namespace])
  provideTexts('en', namespace, en[namespace])
}
