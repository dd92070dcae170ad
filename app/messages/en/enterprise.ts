import type id from '../id/enterprise'

export default {} satisfies Record<keyof typeof id, string>
