import type id from '../id/monitoring'

export default {} satisfies Record<keyof typeof id, string>
