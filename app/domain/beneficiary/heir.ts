/** How an heir is related to the person who died. */
export const HEIR_RELATIONS = ['spouse', 'child', 'parent', 'sibling', 'other'] as const
export type HeirRelation = (typeof HEIR_RELATIONS)[number]
