export type SealedColumn = {
  table: string
  column: string
  /** The primary key, in its order, with the types to compare by. */
  key: readonly { name: string; type: 'uuid' | 'int' }[]
}

const ID = [{ name: 'id', type: 'uuid' }] as const

/** Every column that holds boxes of the data keys. What an event holds is boxed under the person's own key instead. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'user_account', column: 'totp_secret_enc', key: ID },
  { table: 'programme', column: 'debtor_account_enc', key: ID },
  { table: 'person_key', column: 'wrapped_key', key: [{ name: 'beneficiary_id', type: 'uuid' }] },
  { table: 'beneficiary', column: 'nik_enc', key: ID },
  { table: 'beneficiary', column: 'kk_enc', key: ID },
  { table: 'beneficiary', column: 'phone_enc', key: ID },
  { table: 'heir', column: 'nik_enc', key: ID },
  { table: 'bank_account', column: 'number_enc', key: ID },
  {
    table: 'intake_row',
    column: 'values_enc',
    key: [
      { name: 'file_id', type: 'uuid' },
      { name: 'row_number', type: 'int' },
    ],
  },
  { table: 'payment', column: 'account_enc', key: ID },
]
