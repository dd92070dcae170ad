import type id from '../id/disbursement'

export default {} satisfies Record<keyof typeof id, string>
