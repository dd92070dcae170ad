import type id from '../id/intake'

export default {} satisfies Record<keyof typeof id, string>
