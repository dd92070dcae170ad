import type id from '../id/beneficiaries'

export default {} satisfies Record<keyof typeof id, string>
