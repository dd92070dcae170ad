import type id from '../id/training'

export default {} satisfies Record<keyof typeof id, string>
