import type id from '../id/refusal'

export default {
  'not_allowed': 'Your role does not allow this.',
  'not_found': 'This does not exist, or lies outside your area of work.',
  'changed_meanwhile': 'Someone else has just changed this. Reload the page and check again.',
  'already_done': 'This has already been done.',
  'nothing_selected': 'Nothing has been selected.',
} satisfies Record<keyof typeof id, string>
