import type id from '../id/verification'

export default {} satisfies Record<keyof typeof id, string>
