import type id from '../id/admin'

export default {} satisfies Record<keyof typeof id, string>
