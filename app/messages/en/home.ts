import type id from '../id/home'

export default {} satisfies Record<keyof typeof id, string>
