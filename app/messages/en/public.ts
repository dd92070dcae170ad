import type id from '../id/public'

export default {} satisfies Record<keyof typeof id, string>
