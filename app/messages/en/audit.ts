import type id from '../id/audit'

export default {} satisfies Record<keyof typeof id, string>
