import type id from '../id/programme'

export default {} satisfies Record<keyof typeof id, string>
