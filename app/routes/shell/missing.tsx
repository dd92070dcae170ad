import { refuse } from '~/domain/shared/refusal'

export function loader() {
  refuse('not_found')
}

/** Never drawn: an unknown address is answered by the error page. */
export default function Missing() {
  return null
}
