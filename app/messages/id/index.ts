import account from './account'
import admin from './admin'
import audit from './audit'
import beneficiaries from './beneficiaries'
import common from './common'
import disbursement from './disbursement'
import enterprise from './enterprise'
import help from './help'
import home from './home'
import intake from './intake'
import monitoring from './monitoring'
import programme from './programme'
import publicPages from './public'
import refusal from './refusal'
import status from './status'
import training from './training'
import verification from './verification'

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
