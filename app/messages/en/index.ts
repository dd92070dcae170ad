import common from './common'
import status from './status'
import refusal from './refusal'
import home from './home'
import account from './account'
import admin from './admin'
import programme from './programme'
import beneficiaries from './beneficiaries'
import intake from './intake'
import verification from './verification'
import training from './training'
import enterprise from './enterprise'
import disbursement from './disbursement'
import audit from './audit'
import monitoring from './monitoring'
import publicPages from './public'
import help from './help'

export default {
  common,
  status,
  refusal,
  home,
  account,
  admin,
  programme,
  beneficiaries,
  intake,
  verification,
  training,
  enterprise,
  disbursement,
  audit,
  monitoring,
  public: publicPages,
  help,
}
