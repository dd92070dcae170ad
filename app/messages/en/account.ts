import type id from '../id/account'

export default {} satisfies Record<keyof typeof id, string>
